import Messages
import Testing

@testable import stimul

@Suite("A name that the program prints is taken back")
struct NameLookupTests {
    private let people = NameLookup(
        what: LocalizedText(en: "person", ru: "сотрудник"),
        known: [
            KnownName("anna", LocalizedText("Анна Орлова")), KnownName("boris", LocalizedText("Борис Котов")),
            KnownName("boris2", LocalizedText("Борис Котов")),
            KnownName("sales", LocalizedText(en: "Sales", ru: "Продажи")),
        ])

    @Test(
        "an identifier, a title in either language, and whatever capitals and spaces",
        arguments: [
            ("anna", "anna"), ("ANNA", "anna"), ("Анна Орлова", "anna"), ("  анна   орлова ", "anna"),
            ("sales", "sales"),
            ("Продажи", "sales"), ("boris", "boris"),
        ])
    func found(written: String, id: String) { #expect(people.find(written) == .found(id)) }

    @Test("a name of several is not guessed")
    func ambiguous() {
        #expect(
            people.find("Борис Котов")
                == .refused(
                    LocalizedText(
                        en: "'Борис Котов' is the name of several: boris, boris2; write which one",
                        ru: "«Борис Котов» — имя нескольких: boris, boris2; укажите, кто или что имеется в виду")))
    }

    @Test("a name with a slip, and a part of a name, lead to whom they mean")
    func near() {
        #expect(
            people.find("Анна Арлова")
                == .refused(
                    LocalizedText(
                        en: "there is no person 'Анна Арлова'; did you mean 'anna' (Анна Орлова)?",
                        ru: "не найдено: сотрудник «Анна Арлова»; может быть, «anna» (Анна Орлова)?")))
        #expect(
            people.find("орлова")
                == .refused(
                    LocalizedText(
                        en: "there is no person 'орлова'; like it: anna (Анна Орлова)",
                        ru: "не найдено: сотрудник «орлова»; похожи: anna (Анна Орлова)")))
    }

    @Test("in a large company some names are shown")
    func large() {
        let known = (100..<400).map { KnownName("p\($0)", LocalizedText("Person \($0)")) }
        let lookup = NameLookup(what: LocalizedText(en: "person", ru: "сотрудник"), known: known)
        guard case .refused(let text) = lookup.find("zzz") else {
            Issue.record("nobody is called zzz")
            return
        }
        #expect(text.en.hasPrefix("there is no person 'zzz'; there are 300, for instance p100, p101,"))
        #expect(text.ru.hasPrefix("не найдено: сотрудник «zzz»; всего их 300, например: p100, p101,"))
    }
}
