internal import Formulas
public import Messages
public import Periods
public import Quantities

extension AssignmentChange {
    /// Why changes of assignments are not made; nothing has changed then. People are named by their identifiers.
    public enum Refusal: Error, Hashable {
        /// No assignment has this number, or it is cancelled already.
        case unknownAssignment(Int)
        /// No person has this number.
        case unknownPerson(Int32)
        /// No position has this number.
        case unknownPosition(Int32)
        /// No unit has this number.
        case unknownUnit(Int32)
        /// No day is left.
        case noDays(DayRange)
        /// A share of time that is not above 0 and up to 100 %.
        case badShare(FixedDecimal)
        /// There are more or fewer values than assignments have fields.
        case valueCount(Int, expected: Int)
        /// A value is of another kind than its field, or has more digits than the column holds.
        case badValue(field: String)
        /// A field that must be filled is empty.
        case emptyField(String)
        /// No record has the identifier that a field names.
        case unknownRecord(field: String, id: String)
        /// On a day the person holds assignments of more than full time.
        case overlaps(person: String, on: CivilDay)
        /// A reporting line leads back to where it began.
        case cycle([String])
        /// Above a person stand too many managers.
        case tooDeep(person: String)
        /// The company has to be computed anew with the assignments.
        case needsNewLayout
    }
}

extension AssignmentChange.Refusal {
    /// What is wrong and what to do.
    public var text: LocalizedText {
        switch self {
        case .unknownAssignment(let number):
            LocalizedText(
                en: "there is no assignment number \(number); take one of the company's, or the next for a new one",
                ru:
                    "нет назначения номер \(number); возьмите одно из назначений компании или следующий номер для нового"
            )
        case .unknownPerson(let number):
            LocalizedText(
                en: "there is no person number \(number); add the person to people.csv first",
                ru: "нет сотрудника номер \(number); сначала добавьте его в people.csv")
        case .unknownPosition(let number):
            LocalizedText(
                en: "there is no position number \(number); add it to the positions first",
                ru: "нет должности номер \(number); сначала добавьте её в должности")
        case .unknownUnit(let number):
            LocalizedText(
                en: "there is no unit number \(number); add it to the units first",
                ru: "нет подразделения номер \(number); сначала добавьте его в подразделения")
        case .noDays(let days):
            LocalizedText(
                en: "no day is left in \(days); the end is the first day after",
                ru: "в \(days) не остаётся ни дня; конец — первый день после окончания")
        case .badShare(let share):
            LocalizedText(
                en: "a share of time of \(share) is not above 0 and up to 1; 1 is full time",
                ru: "доля времени \(share) не больше 0 и не до 1; 1 — полная ставка")
        case .overlaps(let person, let day):
            LocalizedText(
                en:
                    "on \(day) '\(person)' would hold more than full time; end the earlier assignment or give both a share",
                ru:
                    "на \(day) у «\(person)» было бы больше полной ставки; закончите прежнее назначение или укажите доли"
            )
        case .cycle(let line):
            LocalizedText(
                en:
                    "the reporting line leads back to where it began: \(line.joined(separator: " → ")); name another manager",
                ru: "подчинение замыкается в круг: \(line.joined(separator: " → ")); назовите другого руководителя")
        case .tooDeep(let person):
            LocalizedText(
                en: "above '\(person)' would stand more than \(Organisation.lineLimit) managers; name another manager",
                ru:
                    "над «\(person)» было бы больше \(Organisation.lineLimit) руководителей; назовите другого руководителя"
            )
        case .needsNewLayout:
            LocalizedText(
                en: "this change cannot be followed; calculate the company anew with the assignments",
                ru: "за этим изменением не проследить; пересчитайте компанию с новыми назначениями")
        case .valueCount, .badValue, .emptyField, .unknownRecord: textOfFields
        }
    }

    private var textOfFields: LocalizedText {
        switch self {
        case .valueCount(let count, let expected):
            LocalizedText(
                en:
                    "\(count) values are given for the \(expected) fields of assignments; give one for each, empty or not",
                ru:
                    "для полей назначения (их \(expected)) дано значений: \(count); дайте каждому полю своё, пусть и пустое"
            )
        case .badValue(let field):
            LocalizedText(
                en: "the value of '\(field)' is not of the field's kind, or has more than 18 digits; give another",
                ru: "значение поля «\(field)» другого вида или длиннее 18 цифр; дайте другое")
        case .emptyField(let field):
            LocalizedText(
                en: "'\(field)' must be filled; give a value or make the field optional",
                ru: "поле «\(field)» надо заполнить; дайте значение или сделайте поле необязательным")
        case .unknownRecord(let field, let id):
            LocalizedText(
                en: "'\(field)' names '\(id)', which no record has as its id; add the record first",
                ru: "поле «\(field)» называет «\(id)», но записи с таким id нет; сначала добавьте запись")
        default: LocalizedText("")
        }
    }
}
