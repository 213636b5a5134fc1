internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// What a reader may know of plans: all, those of his people, or his own; what he may not know of is not there.
struct PlanReading {
    let asked: Asked
    let reader: Reader
    let cycle: PayCycle
    let company: CompanyModel

    init(_ asked: Asked, _ reader: Reader) throws {
        self.asked = asked
        self.reader = reader
        cycle = try asked.site.company.cycle()
        company = try cycle.reference()
    }

    var language: PageLanguage { asked.language }
    var book: PlanBook { PlanBook(in: cycle.workspace) }
    /// Whether he sees every plan, and who has acknowledged it.
    var seesAll: Bool { reader.mayAll(.readPlans) }

    /// The plans that he may read, in the order of the text.
    var plans: [Plan] {
        get throws {
            if seesAll { return company.plans }
            let people = try people
            return company.plans.filter { plan in people.contains { Self.pays(plan, $0, company, since: lately) } }
        }
    }

    /// A plan that he may read.
    func plan(_ name: String) throws -> Plan {
        guard let plan = try plans.first(where: { $0.name == name }) else { throw Problem.absent }
        return plan
    }

    /// The text of a plan with what it names, as it lies in the folder.
    func rules(_ name: String) throws -> PlanRules {
        guard let rules = PlanRules(name, in: cycle.text) else { throw Problem.absent }
        return rules
    }

    /// The reader, and for a head those who report to him in the period of now.
    private var people: Set<Int32> {
        get throws {
            var people = Set([company.people.number(of: reader.person)].compactMap(\.self))
            if reader.rights[.readPlans] == .team, let period = asked.site.currentPeriod(company) {
                people.formUnion(ReportingLine(model: company).below(reader.person, in: period.range).keys)
            }
            return people
        }
    }

    /// A year back: how one was paid is of interest for some time.
    private var lately: CivilDay { asked.site.today.adding(days: -366) ?? asked.site.today }

    /// Whether a plan pays somebody on some day from a day on.
    static func pays(_ plan: Plan, _ person: Int32, _ company: CompanyModel, since day: CivilDay) -> Bool {
        guard let days = DayRange(from: day, until: .latest)?.intersection(plan.validity) else { return false }
        return company.organisation.assignments(of: person, in: days).contains {
            plan.audience.admits($0.assignment, company.organisation)
        }
    }

    /// Whom a plan pays today or later.
    func payees(_ plan: Plan, _ model: CompanyModel? = nil) -> [Int32] {
        let model = model ?? company
        return (0..<Int32(model.people.count)).filter { Self.pays(plan, $0, model, since: asked.site.today) }
    }

    /// A person as people call him; an identifier that the company does not know stays.
    func name(_ person: String) -> String { DisputeHandler.title(of: person, company, language) }

    // MARK: Pages

    /// The way to a plan's page.
    static func address(
        _ plan: String, _ view: String? = nil, query: [(name: String, value: String)] = []
    ) -> Address {
        Addresses.of(["plans", plan] + [view].compactMap(\.self), query: query)
    }

    /// The pages above one of a plan.
    func path(_ plan: Plan? = nil) -> [NavigationItem] {
        [NavigationItem(asked.word(PlanWords.plans), Addresses.of(["plans"]))]
            + [plan.map { NavigationItem($0.title[language], Self.address($0.name)) }].compactMap(\.self)
    }

    /// The views of a plan, for this reader.
    func views(_ plan: Plan, at view: String?) -> PlanPart {
        var items: [(words: Words, view: String?)] = [(PlanWords.policy, nil)]
        if seesAll {
            items += [(PlanWords.text, "text"), (PlanWords.versions, "versions")]
            if reader.mayAll(.writePlans) { items.append((PlanWords.edit, "edit")) }
            if reader.mayAll(.writePlans) || reader.mayAll(.approvePlans) { items.append((PlanWords.effect, "effect")) }
        }
        return .section(
            .links(
                items.map { words, own in
                    NavigationItem(asked.word(words), Self.address(plan.name, own), isCurrent: own == view)
                }))
    }
}
