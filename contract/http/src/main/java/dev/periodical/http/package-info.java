/**
 * What every HTTP door of the suite shares: bearer tokens and their roles, the problems that any door may answer (RFC 9457),
 * pages and cursors, limits.
 *
 * <p>The services' doors call it. It never knows a service, an event or a table; a rule that one door alone has stays there.
 */
package dev.periodical.http;
