package dev.periodical.content.subscribe;

/** What the description shows. */
final class Examples {

    static final String WANTED =
            "{\"url\": \"https://hooks.example.org/periodical\", \"filter\": {\"types\": [\"article\", \"withdrawal\"], \"tag\": \"测试\"}}";

    static final String MADE = """
            {"id": "0b7e4a5e-8f7e-4a52-9d2b-0a6f2f1b7c11", "owner": "desk", "url": "https://hooks.example.org/periodical",
             "filter": {"types": ["article", "withdrawal"], "tag": "测试"}, "state": "active", "failures": 0,
             "createdAt": "2026-01-31T08:00:00Z", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="}
            """;

    static final String REFUSED = """
            {"type": "about:blank", "title": "URL refused", "status": 422, "detail": "url: 10.0.0.1 is not public: private use",
             "reason": "address-not-public"}
            """;

    static final String DELIVERIES = """
            {"items": [{"id": "5d5f1a9e-2f0c-4a3c-8f60-3d0d5c9f2b10", "event": "1041", "type": "dev.periodical.article.kept.v1",
              "subject": "5b0e1b0e-58e5-5dc0-a5c4-b9cf0a6f0b5c", "time": "2026-01-31T08:00:00Z", "state": "waiting",
              "attempts": 2, "status": 503, "reason": "server-error", "detail": "HTTP 503",
              "createdAt": "2026-01-31T08:00:01Z", "attemptedAt": "2026-01-31T08:00:12Z", "next": "2026-01-31T08:00:55Z"}],
             "next": null}
            """;

    private Examples() {}
}
