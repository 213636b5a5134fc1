internal import Synchronization

/// What the server counts, in the text format that Prometheus reads.
final class Metrics: Sendable {
    private struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Content {
        var requests: [Series: Int] = [:]
        var duration: [String: (count: Int, seconds: Double, buckets: [Int])] = [:]
        var open = 0
    }

    private let content = Mutex(Content())
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    /// Methods are counted by name only among these, or whoever asks could make up series.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    /// A request has come.
    func begin() { content.withLock { $0.open += 1 } }

    /// It was answered.
    func end(method: String, route: String, status: Int, seconds: Double) {
        let series = Series(method: Self.methods.contains(method) ? method : "other", route: route, status: status)
        content.withLock { content in
            content.open -= 1
            content.requests[series, default: 0] += 1
            var own = content.duration[route] ?? (0, 0, [Int](repeating: 0, count: Self.bounds.count))
            own.count += 1
            own.seconds += seconds
            for (place, bound) in Self.bounds.enumerated() where seconds <= bound { own.buckets[place] += 1 }
            content.duration[route] = own
        }
    }

    /// Everything counted.
    func text(extra: [(name: String, value: Int)]) -> String {
        let content = content.withLock { $0 }
        var lines = ["# TYPE stimul_requests_total counter"]
        for (series, count) in content.requests.sorted(by: {
            ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
        }) {
            lines.append(
                "stimul_requests_total{method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\"} \(count)"
            )
        }
        lines.append("# TYPE stimul_request_seconds histogram")
        for (route, own) in content.duration.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Self.bounds, own.buckets) {
                lines.append("stimul_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
            }
            lines.append("stimul_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(own.count)")
            lines.append("stimul_request_seconds_sum{route=\"\(route)\"} \(own.seconds)")
            lines.append("stimul_request_seconds_count{route=\"\(route)\"} \(own.count)")
        }
        lines.append("# TYPE stimul_requests_open gauge")
        lines.append("stimul_requests_open \(content.open)")
        for (name, value) in extra {
            lines.append("# TYPE stimul_\(name) gauge")
            lines.append("stimul_\(name) \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
