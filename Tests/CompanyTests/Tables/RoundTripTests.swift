import Company
import Periods
import Samples
import Testing

/// Random choices that repeat with their seed.
struct Dice: RandomNumberGenerator {
    private var bits: SeededGenerator

    init(seed: UInt64) {
        bits = SeededGenerator(seed: seed)
    }

    mutating func next() -> UInt64 { bits.next() }
}

@Suite("A table that was written is read back the same")
struct RoundTripTests {
    private static let texts = [
        "anna", "Анна", "a,b", "say \"hi\"", "two\nlines", "x", "ООО «Рога; копыта»", "", "\"", "1", "🙂 smile", "c|d",
    ]
    private static let formats = [
        TableFormat(), TableFormat(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ",")),
        TableFormat(delimiter: UInt8(ascii: "\t")), TableFormat(delimiter: UInt8(ascii: "|")),
    ]

    @Test("random tables", arguments: 0..<60)
    func random(seed: Int) {
        var dice = Dice(seed: UInt64(seed) &* 977 &+ 1)
        let format = Self.formats[seed % Self.formats.count]
        let schema = TableSchema(columns: [
            .init("id", .key), .init("date", .day, isOptional: true), .init("who", .code, isOptional: true),
            .init("amount", .decimal, isOptional: true), .init("paid", .flag, isOptional: true),
        ])
        let count = Int.random(in: 0...1500, using: &dice)
        let places = Int.random(in: 0...4, using: &dice)
        let scale = (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
        var days: [Int32] = []
        var amounts: [Int64] = []
        var flags: [Int8] = []
        var names: [String] = []
        var lines = ["id", "date", "who", "amount", "paid"].joined(separator: String(UnicodeScalar(format.delimiter)))
        for row in 0..<count {
            let isEmpty = Bool.random(using: &dice)
            days.append(isEmpty ? ColumnData.emptyDay : Int32.random(in: -700_000...2_900_000, using: &dice))
            // An odd last digit keeps every number at the full scale.
            let amount = Int64.random(in: -1_000_000...1_000_000, using: &dice) * 10 + 1
            amounts.append(row % 5 == 4 ? DecimalColumn.empty : amount)
            flags.append(Int8.random(in: -1...1, using: &dice))
            names.append(Self.texts.randomElement(using: &dice) ?? "")
            let cells = [
                "id\(row)", isEmpty ? "" : Self.day(days[row], &dice), Self.quoted(names[row]),
                amounts[row] == DecimalColumn.empty ? "" : Self.decimal(amount, scale, places, format, &dice),
                flags[row] < 0 ? "" : flags[row] == 1 ? "да" : "no",
            ]
            lines += ["\n", "\r\n", "\r"].randomElement(using: &dice) ?? "\n"
            lines += cells.joined(separator: String(UnicodeScalar(format.delimiter)))
        }
        let reading = TableReader.read(table(lines), schema: schema, format: format)
        #expect(reading.diagnostics.isEmpty)
        reading.expectWhole()
        #expect(reading.table.columns["id"]?.texts == (0..<count).map { "id\($0)" })
        #expect(reading.table.columns["date"] == .day(days))
        #expect(reading.table.columns["who"]?.texts == names)
        #expect(reading.table.columns["paid"] == .flag(flags))
        let kept = amounts.contains { $0 != DecimalColumn.empty }
        #expect(
            reading.table.columns["amount"] == .decimal(DecimalColumn(values: amounts, scale: kept ? places : 0)))
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func day(_ number: Int32, _ dice: inout Dice) -> String {
        let text = CivilDay(number: number).description
        guard Bool.random(using: &dice) else { return text }
        return text.split(separator: "-").reversed().joined(separator: ".") + " 00:00:00"
    }

    private static func decimal(
        _ value: Int64, _ scale: Int64, _ places: Int, _ format: TableFormat, _ dice: inout Dice
    ) -> String {
        let fraction = String(value.magnitude % scale.magnitude)
        let zeros = String(repeating: "0", count: max(0, places - fraction.count))
        let mark = String(UnicodeScalar(format.decimalMark))
        let text =
            (value < 0 ? "-" : "") + String(value.magnitude / scale.magnitude)
            + (places == 0 ? "" : mark + zeros + fraction)
        return format.decimalMark == format.delimiter || Bool.random(using: &dice) ? quoted(text) : text
    }
}
