import Periods

/// A figure that a person enters and answers for.
struct AlfaEntry {
    let metric: String
    let subject: String
    let quarter: Int
    let value: String
    let author: String
    let evidence: String
}

extension AlfaEntry {
    /// Satisfaction of key clients by quarter, and the company's earnings as accounting reports them.
    static func all(_ sales: [AlfaSale], _ returns: [AlfaReturn], _ generator: SeededGenerator) -> [AlfaEntry] {
        var generator = generator.stream("entered")
        var entries: [AlfaEntry] = []
        for quarter in 1...4 {
            let months = (3 * quarter - 2)...(3 * quarter)
            for work in AlfaStaff.assignments
            where work.position == "kam" && work.holds(on: SampleYear.day(months.upperBound, 15)) {
                let answers = generator.within(4...12) * 5
                let good = answers * generator.within(14...19) / 20
                // No survey of Galeev's clients was held in the second quarter: his figure is missing, not zero.
                if work.person == "galeev", quarter == 2 { continue }
                let head = work.manager
                entries.append(
                    AlfaEntry(
                        metric: "satisfaction", subject: work.person, quarter: quarter,
                        value: percent(good, of: answers), author: head,
                        evidence: "CSAT 2026-Q\(quarter): \(good) из \(answers) оценок 4 и 5"))
            }
            let profit =
                sales.filter { months.contains($0.day.month) }.map { $0.amount - $0.cost }.reduce(0, +)
                - returns.filter { months.contains($0.day.month) }.map { $0.amount - $0.cost }.reduce(0, +)
            // What the branches, the stores and the office cost in a quarter.
            let expenses = generator.within(29_000...31_000) * 1_000_00
            var bytes: [UInt8] = []
            bytes.append(number: (profit - expenses) / 1_000_00 * 1_000_00, decimals: 2)
            entries.append(
                AlfaEntry(
                    metric: "ebit", subject: "orlova", quarter: quarter, value: String(decoding: bytes, as: UTF8.self),
                    author: "litvinova", evidence: "Управленческий отчёт за 2026-Q\(quarter)"))
        }
        return entries
    }

    /// A share written in percent with one digit after the point.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let tenths = (part * 1000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
