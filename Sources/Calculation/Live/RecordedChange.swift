public import Company
internal import Formulas
public import Messages
public import Periods
public import Quantities

/// Values that people set, by the table they stand in.
public enum RecordedTable: Hashable, Sendable {
    /// Targets of metrics.
    case targets
    /// Values of metrics that are entered.
    case entered
}

/// A target or an entered value that is set, changed or taken back.
public struct RecordedChange: Hashable, Sendable {
    /// The table.
    public var table: RecordedTable
    /// The metric's number.
    public var metric: Int
    /// Whom it is for.
    public var subject: RecordedSubject
    /// The period it is for.
    public var period: Period
    /// The value in the metric's unit; `nil` when it is taken back.
    public var value: FixedDecimal?

    /// Makes a change.
    public init(
        _ table: RecordedTable, metric: Int, subject: RecordedSubject, period: Period, value: FixedDecimal?
    ) {
        self.table = table
        self.metric = metric
        self.subject = subject
        self.period = period
        self.value = value
    }

    /// Whether figures over some days may look at the value.
    func concerns(_ days: DayRange) -> Bool {
        period == .all || days == .always || period.range.overlaps(days)
    }

    var key: RecordedValues.Key { RecordedValues.Key(metric: metric, subject: subject, period: period) }

    /// The value as it stands in its table.
    func recorded(_ model: CompanyModel) -> RecordedValue? {
        value.map { RecordedValue(value: $0, author: "", evidence: "", place: model.metrics[metric].place) }
    }

    /// Makes sure that the company knows what is changed.
    func check(_ model: CompanyModel) throws(Refusal) {
        guard model.metrics.indices.contains(metric) else { throw .unknownMetric(metric) }
        switch subject {
        case .person(let person): guard 0..<model.people.count ~= Int(person) else { throw .unknownPerson(person) }
        case .unit(let unit): guard 0..<model.units.count ~= Int(unit) else { throw .unknownUnit(unit) }
        case .everybody: break
        }
        if table == .entered, case .formula = model.metrics[metric].source {
            throw .notEntered(model.metrics[metric].name)
        }
    }

    /// Why a change is not followed; nothing has changed then.
    public enum Refusal: Error, Hashable {
        /// No metric has this number.
        case unknownMetric(Int)
        /// No person has this number.
        case unknownPerson(Int32)
        /// No unit has this number.
        case unknownUnit(Int32)
        /// The metric of this name is computed, nobody enters it.
        case notEntered(String)
        /// The company has to be computed anew with the value.
        case needsNewLayout

        /// What is wrong and what to do.
        public var text: LocalizedText {
            switch self {
            case .unknownMetric(let number):
                LocalizedText(
                    en: "there is no metric number \(number); take one of the company's",
                    ru: "нет показателя номер \(number); возьмите один из показателей компании")
            case .unknownPerson(let number):
                LocalizedText(
                    en: "there is no person number \(number); add the person to people.csv first",
                    ru: "нет сотрудника номер \(number); сначала добавьте его в people.csv")
            case .unknownUnit(let number):
                LocalizedText(
                    en: "there is no unit number \(number); add it to the units first",
                    ru: "нет подразделения номер \(number); сначала добавьте его в подразделения")
            case .notEntered(let name):
                LocalizedText(
                    en: "'\(name)' is computed by a formula; change its events or its target",
                    ru: "«\(name)» считается по формуле; измените её события или план")
            case .needsNewLayout:
                LocalizedText(
                    en: "this change cannot be followed; calculate the company anew with the value",
                    ru: "за этим изменением не проследить; пересчитайте компанию с новым значением")
            }
        }
    }
}

extension CompanyModel {
    /// The company with some targets and entered values set, changed or taken back.
    public func changed(by changes: [RecordedChange]) -> CompanyModel {
        var model = self
        for change in changes {
            switch change.table {
            case .targets: model.targets.values[change.key] = change.recorded(self)
            case .entered: model.entered.values[change.key] = change.recorded(self)
            }
        }
        return model
    }
}
