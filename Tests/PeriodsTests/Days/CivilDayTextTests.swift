import Periods
import Testing

@Suite("A day in text")
struct CivilDayTextTests {
    @Test(arguments: [
        "", "2026", "2026-1-31", "2026-01-1", "26-01-31", "2026-02-31", "2026-13-01", "2026-00-10", "0000-01-01",
        " 2026-01-31", "2026-01-31 ", "2026/01/31", "2026.01.31", "31.01.2026", "20260131", "2026-01-311", "+026-01-31",
        "2026--1-31", "2026-01--1", "---------", "----------", "2026-01-3１",
    ])
    func `only YYYY-MM-DD is read`(text: String) {
        #expect(CivilDay(parsing: text) == nil)
    }

    @Test func `a slice of a line is read in place`() throws {
        let line = "2026-01-31;Anna;100"
        #expect(CivilDay(parsing: line.prefix(10)) == (try day("2026-01-31")))
    }

    @Test(arguments: [("2026-01-31", "2026-01-31"), ("31.01.2026", "2026-01-31"), ("01.12.0001", "0001-12-01")])
    func `the bytes of a file may also hold DD.MM.YYYY`(text: String, meaning: String) throws {
        #expect(CivilDay.number(utf8: Array(text.utf8)) == (try day(meaning)).number)
    }

    @Test(arguments: [
        "", "31.02.2026", "2026.01.31", "31-01-2026", "31.01-2026", "2026-01.31", "1.01.20266", "3.1.012026",
        "31.01.2026 ", "31/01/2026", "31.01.26", "..........", "0123456789", "31.13.2026", "00.01.2026",
    ])
    func `any other bytes are no day`(text: String) {
        #expect(CivilDay.number(utf8: Array(text.utf8)) == nil)
    }

    @Test func `random bytes never stop the reader`() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<20_000 {
            let alphabet: [UInt8] = Array("0123456789-.-.0129".utf8) + [0, 255]
            let bytes = (0..<Int.random(in: 8...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            guard let number = CivilDay.number(utf8: bytes) else { continue }
            #expect(CivilDay(number: number).number == number)
        }
    }
}
