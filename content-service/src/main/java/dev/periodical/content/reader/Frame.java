package dev.periodical.content.reader;

/**
 * What every page of the reader has around it.
 *
 * @param lang BCP 47
 * @param otherLang the language that the switch leads to
 * @param otherName its name in itself
 * @param switchLink chooses it and comes back
 * @param address of this service, for those who link to a page
 * @param words what stands in the search field, or null
 */
record Frame(String lang, String otherLang, String otherName, String switchLink, String address, String words) {}
