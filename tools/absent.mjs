// Stands for optional parts of libraries that the app never calls.
export default {};
