import Foundation
import HTML
import Testing

/// How fast a large table is written: `STIMUL_MEASURE=1 swift test -c release --filter HTMLTests.SpeedTests`.
struct SpeedTests {
    @Test(
        "a table of 200,000 rows of six cells",
        .enabled(if: ProcessInfo.processInfo.environment["STIMUL_MEASURE"] != nil))
    func rows() throws {
        let columns = [Column("Person")] + (1...4).map { Column("Sum \($0)", figures: true) } + [Column("State")]
        let address = try Address(path: ["people", "anna"])
        let rows = (0..<200_000).map { place in
            TableRow(
                .name("Анна <\(place)>", address),
                (1...4).map { .amount(.figure(Figure(hundredths: Int64(place * $0) - 5_000))) }
                    + [.state(StateTag("Reviewed", .gain))])
        }
        let table = DataTable(name: "all", caption: "Pay", columns: columns, rows: rows, language: .ru)
        var least = Double.infinity
        var size = 0
        for _ in 0..<5 {
            // Time of the processor: other work of the machine does not count.
            let start = clock()
            size = table.rendered(capacity: 100_000_000).count
            least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        print("\(Int(200_000 / least)) rows/s, \(Int(Double(size) / least / 1e6)) MB/s, \(size) bytes, \(least) s")
        #expect(size > 60_000_000)
    }
}
