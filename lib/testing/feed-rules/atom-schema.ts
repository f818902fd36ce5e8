/**
 * The requirements of RFC 4287 for an Atom document, section by section, in RELAX NG, with the two extensions that the
 * feeds of this paper use: tombstones (RFC 6721) and the pictures of Media RSS. Rules that no grammar can express are in atom-rules.ts.
 */
export const ATOM_SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"
         ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start>
    <ref name="feed"/>
  </start>

  <!-- 4.1.1 -->
  <define name="feed">
    <element name="feed">
      <ref name="common"/>
      <interleave>
        <oneOrMore><ref name="author"/></oneOrMore>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <zeroOrMore><element name="contributor"><ref name="person"/></element></zeroOrMore>
        <optional><element name="generator"><ref name="common"/><text/></element></optional>
        <optional><element name="icon"><ref name="common"/><ref name="iri"/></element></optional>
        <ref name="id"/>
        <oneOrMore><ref name="link"/></oneOrMore>
        <optional><element name="logo"><ref name="common"/><ref name="iri"/></element></optional>
        <optional><element name="rights"><ref name="words"/></element></optional>
        <optional><element name="subtitle"><ref name="words"/></element></optional>
        <ref name="title"/>
        <ref name="updated"/>
        <zeroOrMore><ref name="entry"/></zeroOrMore>
        <zeroOrMore><ref name="tombstone"/></zeroOrMore>
      </interleave>
    </element>
  </define>

  <!-- 4.1.2 -->
  <define name="entry">
    <element name="entry">
      <ref name="common"/>
      <interleave>
        <zeroOrMore><ref name="author"/></zeroOrMore>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <optional><ref name="content"/></optional>
        <zeroOrMore><ref name="picture"/></zeroOrMore>
        <ref name="id"/>
        <oneOrMore><ref name="link"/></oneOrMore>
        <ref name="published"/>
        <optional><element name="summary"><ref name="words"/></element></optional>
        <ref name="title"/>
        <ref name="updated"/>
      </interleave>
    </element>
  </define>

  <!-- RFC 6721, 3 -->
  <define name="tombstone">
    <element name="deleted-entry" ns="http://purl.org/atompub/tombstones/1.0">
      <ref name="common"/>
      <attribute name="ref"><ref name="iri"/></attribute>
      <attribute name="when"><ref name="instant"/></attribute>
      <optional><element name="comment"><ref name="words"/></element></optional>
    </element>
  </define>

  <!-- rssboard.org/media-rss -->
  <define name="picture">
    <element name="content" ns="http://search.yahoo.com/mrss/">
      <attribute name="url"><ref name="iri"/></attribute>
      <attribute name="type"><data type="string"><param name="pattern">image/.+</param></data></attribute>
      <attribute name="medium"><value>image</value></attribute>
      <attribute name="width"><data type="positiveInteger"/></attribute>
      <attribute name="height"><data type="positiveInteger"/></attribute>
      <interleave>
        <optional>
          <element name="description"><attribute name="type"><value>plain</value></attribute><text/></element>
        </optional>
        <optional><element name="credit"><text/></element></optional>
      </interleave>
    </element>
  </define>

  <define name="id"><element name="id"><ref name="common"/><ref name="iri"/></element></define>
  <define name="title"><element name="title"><ref name="words"/></element></define>
  <define name="author"><element name="author"><ref name="person"/></element></define>
  <define name="published"><element name="published"><ref name="common"/><ref name="instant"/></element></define>
  <define name="updated"><element name="updated"><ref name="common"/><ref name="instant"/></element></define>

  <!-- 3.1: text is plain unless it says otherwise -->
  <define name="words">
    <ref name="common"/>
    <optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional>
    <text/>
  </define>

  <!-- 3.2 -->
  <define name="person">
    <ref name="common"/>
    <interleave>
      <element name="name"><data type="string"><param name="pattern">(.|\\n)*\\S(.|\\n)*</param></data></element>
      <optional><element name="uri"><ref name="iri"/></element></optional>
      <optional><element name="email"><data type="string"><param name="pattern">.+@.+</param></data></element></optional>
    </interleave>
  </define>

  <!-- 4.1.3 -->
  <define name="content">
    <element name="content">
      <ref name="common"/>
      <attribute name="type"><choice><value>text</value><value>html</value></choice></attribute>
      <text/>
    </element>
  </define>

  <!-- 4.2.2 -->
  <define name="category">
    <element name="category">
      <ref name="common"/>
      <attribute name="term"/>
      <optional><attribute name="scheme"><ref name="iri"/></attribute></optional>
      <optional><attribute name="label"/></optional>
    </element>
  </define>

  <!-- 4.2.7 -->
  <define name="link">
    <element name="link">
      <ref name="common"/>
      <attribute name="href"><ref name="iri"/></attribute>
      <optional><attribute name="rel"><data type="string"><param name="pattern">\\S+</param></data></attribute></optional>
      <optional><attribute name="type"><data type="string"><param name="pattern">.+/.+</param></data></attribute></optional>
      <optional><attribute name="hreflang"><ref name="language"/></attribute></optional>
      <optional><attribute name="title"/></optional>
      <optional><attribute name="length"><data type="nonNegativeInteger"/></attribute></optional>
    </element>
  </define>

  <!-- 2 -->
  <define name="common">
    <optional><attribute name="xml:lang"><ref name="language"/></attribute></optional>
    <optional><attribute name="xml:base"><ref name="iri"/></attribute></optional>
  </define>
  <define name="language">
    <data type="string"><param name="pattern">[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*</param></data>
  </define>
  <!-- Whole addresses only: nothing here may hang on where the feed was fetched from. -->
  <define name="iri">
    <data type="string"><param name="pattern">[A-Za-z][A-Za-z0-9+.\\-]*:\\S+</param></data>
  </define>

  <!-- 3.3: a date, a capital T and a zone -->
  <define name="instant">
    <data type="dateTime">
      <param name="pattern">.+T.+(Z|[+\\-]\\d\\d:\\d\\d)</param>
    </data>
  </define>
</grammar>
`
