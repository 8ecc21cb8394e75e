-- Only expands: V6's release goes on. What an article is found by in its title (A), author, categories and tags (B), small enough
-- to lie in its row: finds are compared by it without reading the words of their bodies, which lie elsewhere and are a hundred
-- times as many. Null in rows of before, which are compared by all of their words. Where
-- V6's release writes a row anew the heading of before stays until this one does: it is an order of finds, not what is found.
alter table article add column heading tsvector;
