import AccountRows
import Accounts
import Company
import Foundation
import Messages
import Periods
import Quantities
import Testing

/// Jobs and competencies as text, assessments and trainings as rows: what follows for each on a day.
@Suite("Jobs and learning")
struct LearningBookTests {
    static let text = """
        metrics: {covered: {unit: pieces, value: count(touch)}}
        competencies:
          listening: {title: {en: Listening, ru: Слушание}, levels: {3: repeats, 5: hears}, proof: review}
          planning: {title: Planning}
        jobs:
          kam:
            duties: {contact: {text: First contact, metric: covered}, usage: {object: account_plan}}
            requirements: {years: {en: Five years, ru: Пять лет}}
            needs: {listening: {level: 4, weight: 2}, planning: 4}
            next: [senior]
          senior: {needs: {listening: 5}}
          head: {needs: {planning: 5}}
        career:
          expert: {steps: [kam, senior]}
          manager: {title: {en: manager, ru: руководитель}, steps: [kam, head]}
        """

    private static let rows: [String: String?] = [
        "jobs.yaml": text,
        "assessment.csv": """
        id,person,competency,day,level,by,evidence
        s1,anna,listening,2026-03-01,2,head,calls
        s2,anna,listening,2026-03-01,4,self,
        s3,anna,listening,2026-09-01,4,head,calls
        s4,anna,listening,2026-09-01,3,client,letter
        s5,boris,listening,2026-03-01,3,head,calls
        s6,boris,listening,2026-09-01,3,head,calls
        """,
        "training.csv": "id,day,kind,competencies,hours\nj1,2026-06-01,listening,listening,8\n",
        "training_place.csv": """
        id,training,person,planned_on,done_on,practised_on,seen_by,state
        d1,j1,anna,2026-06-01,2026-06-01,2026-06-20,dina,practised
        """,
    ]

    private func book(_ day: String, _ changes: [String: String?] = rows) throws -> LearningBook {
        let model = try SmallBook.model(changes)
        let (book, day) = (try #require(model.accountBook), try #require(CivilDay(parsing: day)))
        return book.learningBook(on: day)
    }

    @Test("the text is read: duties with what measures them, needs with weights, tracks")
    func text() throws {
        let book = try book("2026-10-01")
        let job = try #require(book.jobs.job("kam"))
        #expect(job.duties.map(\.measure) == [.metric("covered"), .object("account_plan")])
        #expect(job.requirements.map(\.text.ru) == ["Пять лет"])
        #expect(job.skills.map(\.level) == [4, 4])
        #expect(job.skills.map(\.weight) == [2, 1])
        #expect(book.jobs.competency("listening")?.anchor(of: 4)?.en == "repeats")
        #expect(book.jobs.next(after: "kam").map(\.job) == ["senior", "head"])
    }

    @Test(
        "a card has levels by others, one's own word beside them, trainings with days, and what comes next with its fit"
    )
    func card() throws {
        let card = try book("2026-10-01").card(of: "anna")
        #expect(card.position == "kam")
        let listening = try #require(card.skills.first)
        // Head 4, client 3: the lower of two.
        #expect(listening.level?.value == 3)
        #expect(listening.gap == 1)
        #expect(listening.own?.level == 4)
        #expect(listening.seats.map(\.place.state) == [.practised])
        #expect(card.skills.last?.level == nil)
        // (2 × 3 + 0) ÷ (2 × 4 + 4) = 6 ÷ 12; the third of it that is unknown is told.
        #expect(try card.fit?.share().description == "0.5")
        #expect(try card.fit?.unknown().text(places: 4) == "0.3333")
        #expect(card.next.map(\.step.job) == ["senior", "head"])
        #expect(try card.next.first?.fit?.share().description == "0.6")
    }

    @Test("on an earlier day only what was known then counts")
    func earlier() throws {
        let card = try book("2026-05-01").card(of: "anna")
        #expect(card.skills.first?.level?.value == 2)
        #expect(try book("2027-09-02").card(of: "anna").skills.first?.level == nil)
    }

    @Test("what a training changed stands beside those of the same position who were not there; too few are described")
    func effect() throws {
        let book = try book("2026-10-01")
        let training = try #require(book.trainings.first)
        let effect = try #require(book.effects(of: training).first?.effect)
        #expect(effect.trained == [1])
        #expect(effect.others == [0])
        #expect(throws: NoFigure.self) { try effect.comparison() }
    }

    @Test("what the radar says of learning takes needs from the job, and not what somebody says of himself")
    func radar() throws {
        let rows = Self.rows.merging([
            "training.csv": nil, "training_place.csv": nil,
            "assessment.csv":
                "id,person,competency,day,level,by\ns1,anna,listening,2026-03-01,1,self\ns2,boris,listening,2026-03-01,2,head\n",
        ]) { $1 }
        let day = try #require(CivilDay(parsing: "2026-06-29"))
        let model = try SmallBook.model(rows)
        let found = try #require(model.accountBook).findings(on: day)
            .filter { $0.finding.rule.name == "R37" }.map(\.finding.key.subject)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.contains("boris") })
    }

    @Test(
        "what does not fit is said at its place",
        arguments: [
            ("metric: covered", "metric: coverd", "unknown-name jobs.yaml:7"),
            ("object: account_plan", "object: account_plans", "unknown-name jobs.yaml:7"),
            ("planning: 4}", "planing: 4}", "unknown-name jobs.yaml:9"),
            ("planning: 4}", "planning: 6}", "wrong-shape jobs.yaml:9"),
            ("weight: 2", "weight: 0", "account-weights jobs.yaml:9"),
            ("next: [senior]", "next: [seniour]", "unknown-name jobs.yaml:10"),
            ("steps: [kam, head]", "steps: [kam, hed]", "unknown-name jobs.yaml:15"),
            ("senior: {needs: {listening: 5}}", "senior: {next: [kam]}", "career-circle jobs.yaml:6"),
            ("proof: review", "proof: rewiew", "wrong-shape jobs.yaml:3"),
        ])
    func faults(_ written: String, _ other: String, _ said: String) {
        let text = Self.text.replacing(written, with: other)
        let found = SmallBook.said(["jobs.yaml": text])
        #expect(found.contains { $0.hasPrefix(said) }, "\(found)")
    }

    @Test("a duty that nothing measures is a warning at its line; the company is calculated all the same")
    func measuredNowhere() throws {
        let text = Self.text.replacing("text: First contact, metric: covered", with: "text: First contact")
        let reading = CompanyReader.read(SmallBook.changed(["jobs.yaml": text]))
        #expect(reading.model != nil)
        let warning = try #require(reading.diagnostics.first { $0.code == "measured-nowhere" })
        #expect(warning.severity == .warning)
        #expect(warning.place?.address.hasPrefix("jobs.yaml:7") ?? false)
        #expect(warning.message.en == "'contact' is a duty of 'kam', and nothing measures it")
        #expect(warning.remedy?.ru.isEmpty == false)
    }

    @Test("a job that is no position, and that no career leads to, is a slip of the pen")
    func unheld() {
        let found = SmallBook.said(["jobs.yaml": Self.text.replacing("career:", with: "  kamm: {}\ncareer:")])
        #expect(found.contains { $0.hasPrefix("unknown-name jobs.yaml:13") }, "\(found)")
    }

    @Test("jobs without key account work have nothing to be compared with")
    func withoutAccounts() {
        let company = SmallBook.files["company.yaml"]?.components(separatedBy: "accounts:").first ?? ""
        let found = CompanyReader.read([
            SourceFile(path: "company.yaml", bytes: Array(company.utf8)),
            SourceFile(path: "jobs.yaml", bytes: Array("jobs: {kam: {}}\n".utf8)),
        ]).diagnostics
        #expect(found.contains { $0.code == "needs-accounts" }, "\(found.map(\.code))")
    }

    @Test(
        "an assessment that is none is an error at its line",
        arguments: [("4,head", "6,head", "account-outside-scale"), ("4,head", "4,boss", "account-word")])
    func rowFaults(_ written: String, _ other: String, _ code: String) throws {
        var rows = Self.rows
        rows["assessment.csv"] = try #require(rows["assessment.csv"] ?? nil).replacing(written, with: other)
        #expect(SmallBook.said(rows).contains { $0.hasPrefix("\(code) assessment.csv:4") }, "\(SmallBook.said(rows))")
    }
}
