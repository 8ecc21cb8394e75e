/**
 * The head of a Hexo document: where it ends, what its YAML or JSON says, and how its usual faults are mended.
 *
 * <p>Called by {@code article} and, for {@link dev.periodical.ingest.frontmatter.DocumentText} alone, by the doors. It
 * knows the JDK, a YAML event reader and a JSON token reader. It must never know HTTP, Kafka, HTML, the clock or a file;
 * it never throws for what a document says, and takes time linear in the document's length.
 */
package dev.periodical.ingest.frontmatter;
