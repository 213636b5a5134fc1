import Accounts
import Periods

extension RowReader {
    /// What people did about findings.
    mutating func radarAnswers() -> [RadarAnswer] {
        read("radar_answer") { row throws(RowProblem) in
            let name = try row.needed("rule")
            guard let rule = RadarRule(name: name) else {
                throw .word("rule", found: name, known: RadarRule.allCases.map(\.name))
            }
            let key = Finding.Key(rule, try row.needed("subject"))
            let (by, day): (Key<Person>, CivilDay) = (try row.neededKey("by"), try row.neededDay("day"))
            let severity: Severity.Word = try row.neededWord("severity")
            let answer = try Self.answer(row)
            do throws(Refusal) {
                return try RadarAnswer(key, answer, by: by, on: day, severity: severity.severity)
            } catch {
                throw .refused(error)
            }
        }
    }

    private static func answer(_ row: AccountRow) throws(RowProblem) -> RadarAnswer.Answer {
        switch try row.neededWord("answer") as RadarAnswer.Word {
        case .acted: .acted
        case .later: .later(until: try row.neededDay("until"))
        case .notSo: .notSo(reason: try row.needed("reason"))
        }
    }
}
