public import Accounts
public import Periods
public import Quantities

/// A training as its row has it.
public struct TrainingRow: Hashable, Sendable {
    /// Its number.
    public let id: Key<Training>
    /// The day it is held.
    public let day: CivilDay
    /// What it is about.
    public let kind: String
    /// The competencies that it is for.
    public let competencies: [Key<Competency>]
    /// How many hours it takes.
    public let hours: FixedDecimal?
}

extension RowReader {
    /// Trainings, places in them, assessments, and what people lack.
    ///
    /// - Parameter jobs: What work asks for, where a row of `assessment` does not say it itself.
    mutating func learning(_ jobs: JobBook) -> LearningRows {
        var rows = LearningRows()
        rows.trainings = trainings()
        rows.places = places()
        let source = source
        let taught = Dictionary(rows.trainings.map { ($0.id, $0.competencies) }) { first, _ in first }
        rows.assessed = read("assessment") { row throws(RowProblem) -> AssessedLevel in
            let (person, competency): (Key<Person>, Key<Competency>) = (
                try row.neededKey("person"), try row.neededKey("competency")
            )
            let (day, by): (CivilDay, Assessment.Assessor) = (try row.neededDay("day"), try row.neededWord("by"))
            let level = try row.neededWhole("level")
            let position = source.workplace(of: person, on: day)?.position
            let need = try row.whole("need") ?? position.flatMap { jobs.job($0)?.need(in: competency)?.level }
            do throws(Refusal) {
                let assessment = try Assessment(
                    Key(row.id), of: person, in: competency, on: day, level: level, by: by,
                    evidence: row.text("evidence"))
                return AssessedLevel(assessment: assessment, need: need)
            } catch {
                throw .refused(error)
            }
        }
        rows.gaps = rows.assessed.compactMap { assessed in
            let assessment = assessed.assessment
            // What somebody says of himself is no gap that others should act on.
            guard let need = assessed.need, assessment.by != .own else { return nil }
            let isTrained = rows.places.contains {
                $0.person == assessment.person && taught[$0.training]?.contains(assessment.competency) ?? false
            }
            return SkillGap(
                assessment.person, assessment.competency.text, level: assessment.level, need: need,
                on: assessment.day, isTrained: isTrained)
        }
        return rows
    }

    private mutating func trainings() -> [TrainingRow] {
        read("training") { row throws(RowProblem) in
            TrainingRow(
                id: Key(row.id), day: try row.neededDay("day"), kind: try row.needed("kind"),
                competencies: try row.neededList("competencies").map { Key($0) },
                hours: row.decimal("hours"))
        }
    }

    private mutating func places() -> [TrainingPlace] {
        read("training_place") { row throws(RowProblem) in
            var place = TrainingPlace(
                Key(row.id), in: try row.neededKey("training"), of: try row.neededKey("person"),
                on: try row.neededDay("planned_on"))
            do throws(Refusal) {
                if let done = row.day("done_on") { try place.attend(on: done) }
                if let practised = row.day("practised_on") {
                    try place.practise(on: practised, seenBy: row.key("seen_by") ?? "")
                }
            } catch {
                throw .refused(error)
            }
            return place
        }
    }
}

/// A level that somebody has, with the one that his work asked for then: by the row, or else by his job.
public struct AssessedLevel: Hashable, Sendable {
    /// Who said what of whom.
    public let assessment: Assessment
    /// The level that is needed; `nil` where nobody says so.
    public let need: Int?
}

/// What the rows say of learning.
struct LearningRows: Sendable {
    var trainings: [TrainingRow] = []
    var places: [TrainingPlace] = []
    var assessed: [AssessedLevel] = []
    var gaps: [SkillGap] = []
}
