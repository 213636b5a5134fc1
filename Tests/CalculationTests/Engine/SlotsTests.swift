import Company
import Periods
import Testing

@testable import Calculation

@Suite("Slots: a cell for each month, for what has no day, and for what lies around")
struct SlotsTests {
    /// January, February and March 2026.
    private func slots() throws -> (Slots, (String) throws -> DayRange) {
        let company = try TestCompany(staff: "anna", "metrics: {}")
        let (first, last) = (try company.range("2026-01"), try company.range("2026-03"))
        let end = try #require(last.until.adding(days: -1))
        return (Slots(company.model.calendar, from: first.from, through: end), { try company.range($0) })
    }

    @Test("no day, before, three months, after")
    func cells() throws {
        let (slots, range) = try slots()
        #expect(slots.width == 6)
        #expect(slots.cell(ofDay: EventColumn.emptyDay) == 0)
        #expect(slots.cell(ofDay: try range("2025-12").from.number) == 1)
        #expect(slots.cell(ofDay: try range("2026-01").from.number) == 2)
        #expect(slots.cell(ofDay: try range("2026-02").from.number - 1) == 2)
        #expect(slots.cell(ofDay: try range("2026-03").from.number) == 4)
        #expect(slots.cell(ofDay: try range("2026-04").from.number) == 5)
    }

    @Test("whole months are a run of cells; a part of a month, or a month outside, is none")
    func runs() throws {
        let (slots, range) = try slots()
        let february = try range("2026-02")
        #expect(slots.cells(of: february) == 3..<4)
        #expect(slots.cells(of: try range("2026-Q1")) == 2..<5)
        #expect(slots.cells(of: .always) == 0..<6)
        #expect(slots.cells(of: DayRange(from: .earliest, clampingUntil: february.until)) == 1..<4)
        #expect(slots.cells(of: DayRange(from: february.from, clampingUntil: .latest)) == 3..<6)
        let tenth = try #require(february.from.adding(days: 9))
        #expect(slots.cells(of: DayRange(from: tenth, clampingUntil: february.until)) == nil)
        #expect(slots.cells(of: try range("2025-12")) == nil)
    }
}
