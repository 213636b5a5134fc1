import Importing
import Testing

/// Names that are known, and names that are only near.
struct NameTests {
    private static let people = NameIndex(
        [
            ("boris", ["Борис Котов"]), ("yureva", ["Юрьева Дина Олеговна"]), ("petr", ["Пётр Ильин"]),
            ("smith1", ["John Smith"]), ("smith2", ["John Smith"]), ("lee", ["Amy Lee"]),
        ], aliases: ["Котов (уволен)": "boris"])

    @Test(
        "the id, the name and an alias are the same record; capitals, blanks and ё do not matter",
        arguments: [
            ("boris", "boris"), ("  борис\u{A0} КОТОВ ", "boris"), ("котов (УВОЛЕН)", "boris"), ("Петр Ильин", "petr"),
        ])
    func known(text: String, id: String) { #expect(Self.people.find(text) == .known(id: id)) }

    @Test("two people of one name are not told apart")
    func several() { #expect(Self.people.find("John Smith") == .several(ids: ["smith1", "smith2"])) }

    @Test(
        "a near name is offered with what differs",
        arguments: [
            ("Котов Борис", "boris", NameIndex.Difference.order), ("Boris Kotov", "boris", .letters),
            ("Котов Б.", "boris", .initials), ("Б. Котов", "boris", .initials), ("Борис Катов", "boris", .spelling),
            ("Бориc Котов", "boris", .spelling), ("Юрьева Дина", "yureva", .initials),
            ("Yurieva Dina Olegovna", "yureva", .spelling),
            ("Юрьева Д.О.", "yureva", .initials), ("Amy Leee", "lee", .letters), ("Ильин Петр", "petr", .order),
        ])
    func near(text: String, id: String, difference: NameIndex.Difference) {
        guard case .unknown(let near) = Self.people.find(text) else {
            Issue.record("\(text) is known")
            return
        }
        #expect(near.first?.id == id && near.first?.difference == difference, "\(near)")
    }

    @Test(
        "other people are not near",
        arguments: ["Дина", "Анна Орлова", "Ольга Котова-Ильина", "Max Roe", "", "—", "К"])
    func far(text: String) { #expect(Self.people.find(text) == .unknown(near: [])) }

    @Test("two spellings of one person in a column are found; two people are not")
    func spellings() {
        let pairs = TwoSpellings.found(in: ["Борис Котов", "Анна Орлова", "Котов Борис", "Борис Котов", "Ольга Белова"])
        #expect(pairs == [TwoSpellings(first: "Борис Котов", second: "Котов Борис", difference: .order)])
        #expect(TwoSpellings.found(in: ["Анна Орлова", "Нина Орехова"]).isEmpty)
    }

    @Test("twenty thousand names with the same beginning take no square of time")
    func many() {
        let names = (0..<20_000).map { "Иванов Иван\($0)" }
        let clock = ContinuousClock()
        let seconds = clock.measure { _ = TwoSpellings.found(in: names) } / .seconds(1)
        #expect(seconds < 60)
    }
}
