internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// The rate of each row of an event table, chosen by the row's fields and its day.
struct RowRates: Sendable {
    /// The row of the rate table for each event; -1 where none fits.
    let chosen: [Int32]
    private let rates: [FixedDecimal]
    private let other: FixedDecimal

    /// Chooses a rate for every event.
    ///
    /// - Parameter date: The field whose day decides which rows hold; `nil` for events without a day.
    init(_ table: RateTable, _ program: RowFormulas, date: Int?) throws(QuantityError) {
        let events = program.model.events[table.event]
        let days =
            date.map { CreditIndex.days(events.columns[$0], count: events.rowCount) }
            ?? [Int32](repeating: EventColumn.emptyDay, count: events.rowCount)
        chosen = try RateChooser(table).rows(program, days: days)
        rates = table.rows.map(\.rate)
        other = table.otherwise ?? .zero
    }

    /// The rate of a row of the event table.
    func rate(row: Int) -> FixedDecimal {
        let number = chosen[row]
        return number < 0 ? other : rates[Int(number)]
    }

    /// Multiplies the credited part of each position, one place further on, with the rate of its row.
    ///
    /// - Parameters:
    ///   - parts: Units of 10^-places before, of 10^-16 afterwards.
    ///   - rows: The row of each position.
    func multiply(_ parts: inout [Int128], _ rows: [Int32], places: Int) throws(QuantityError) {
        let unit = FixedDecimal.one.raw / PowersOfTen.rawUnits(places: places)
        // Rates with few decimals multiply exactly, which needs neither a division nor a rounding.
        let isExact = (rates + [other]).allSatisfy { $0.raw % unit == 0 }
        for (position, row) in rows.enumerated() {
            let rate = rate(row: Int(row))
            if isExact {
                let (product, overflow) = parts[position + 1].multipliedReportingOverflow(by: rate.raw / unit)
                if overflow { throw .overflow(.multiplication) }
                parts[position + 1] = product
            } else {
                parts[position + 1] = try FixedDecimal.scaled(parts[position + 1], places: places)
                    .multiplied(by: rate).raw
            }
        }
    }
}
