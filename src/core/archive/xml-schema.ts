import { kindById } from "../records/any-kind.ts";

/**
 * The XML file as XML Schema 1.0, made of the same field tables that it is written from. Fields stand in the
 * order of the record, so each may come anywhere, once or not at all.
 */
export function exportXmlSchema(): string {
  const sorted = [...kindById].sort(([a], [b]) => (a < b ? -1 : 1));
  const kinds = sorted.map(([id, { fields }]) => {
    const elements = Object.keys(fields).map((name) => `<xs:element name="${name}" type="value"/>`);
    return `<xs:element name="${id}" minOccurs="0" maxOccurs="unbounded">
<xs:complexType><xs:sequence><xs:element name="record" minOccurs="0" maxOccurs="unbounded">
<xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
${[...elements, '<xs:element name="entry" type="entry"/>'].join("\n")}
</xs:choice></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
${types}
<xs:element name="export"><xs:complexType><xs:sequence>
<xs:element name="info" type="value"/>
<xs:element name="data"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
${kinds.join("\n")}
</xs:choice></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="version" type="xs:string" use="required"/></xs:complexType></xs:element>
</xs:schema>
`;
}

/** A text, or what its `type` says: a number, a truth value, a list of items, an object of entries. */
const types = `<xs:simpleType name="kind"><xs:restriction base="xs:string">
<xs:enumeration value="number"/><xs:enumeration value="boolean"/><xs:enumeration value="list"/><xs:enumeration value="object"/>
</xs:restriction></xs:simpleType>
<xs:complexType name="value" mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">
<xs:element name="item" type="value"/><xs:element name="entry" type="entry"/>
</xs:choice><xs:attribute name="type" type="kind"/></xs:complexType>
<xs:complexType name="entry" mixed="true"><xs:complexContent mixed="true"><xs:extension base="value">
<xs:attribute name="key" type="xs:string" use="required"/>
</xs:extension></xs:complexContent></xs:complexType>`;
