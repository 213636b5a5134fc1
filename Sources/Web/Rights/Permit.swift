internal import Company
internal import Identity
internal import Payroll
internal import Periods
internal import Storage

/// That somebody may do or see something, for a handler that needs it: only ``Gate`` makes one, so a handler that would show
/// another's pay without asking does not compile.
struct Permit<Subject: Sendable>: Sendable {
    /// Whoever asks.
    let reader: Reader
    /// What he may.
    let subject: Subject

    fileprivate init(_ reader: Reader, _ subject: Subject) {
        self.reader = reader
        self.subject = subject
    }
}

/// Somebody's pay in a period, or in all.
struct PayOfPerson: Sendable {
    /// Whose.
    let person: String
    /// Whether it is the reader's own.
    let isOwn: Bool
    /// The period that the address names; nil when it names none.
    let period: Period?
    /// The company of now, without its large tables.
    let company: CompanyModel
}

/// The people below the reader in a period.
struct TeamInPeriod: Sendable {
    /// The period.
    let period: Period
    /// The people by number, each with his days.
    let people: [Int32: [DayRange]]
    /// The company of now.
    let company: CompanyModel
}

/// Nothing but being signed in.
struct Oneself: Sendable {}

/// A right over everybody.
struct Everybody: Sendable {}

/// One's own, or everybody's.
enum OwnOrAll: Sendable {
    case own(String)
    case all
}

/// Says who may what, by the date of what is asked for.
struct Gate {
    let asked: Asked

    /// Whoever is signed in.
    func oneself() throws -> Permit<Oneself> { Permit(try reader(), Oneself()) }

    /// A right over everybody.
    func everybody(_ rights: [Right]) throws -> Permit<Everybody> {
        let reader = try reader()
        guard rights.contains(where: reader.mayAll) else { throw Problem.forbidden(rights) }
        return Permit(reader, Everybody())
    }

    /// A right over everybody, or over what is one's own.
    func ownOrAll(_ right: Right) throws -> Permit<OwnOrAll> {
        let reader = try reader()
        guard let reach = reader.rights[right] else { throw Problem.forbidden([right]) }
        return Permit(reader, reach == .all ? .all : .own(reader.person))
    }

    /// Somebody's pay; the reader's own where the address names nobody.
    ///
    /// What one may not know of is not there: another's pay and an unknown person are told alike.
    ///
    /// - Parameter name: Whose, where the path does not say it.
    func pay(of name: String? = nil) throws -> Permit<PayOfPerson> {
        let reader = try reader()
        let company = try asked.site.company.reference()
        let person = asked.path["person"] ?? name ?? reader.person
        let period = try asked.path["period"].map { try Self.period($0, company) }
        let isOwn = person == reader.person
        guard isOwn || company.people.number(of: person) != nil,
            try may(.seePay, of: person, in: period, reader, company)
        else { throw Problem.absent }
        return Permit(reader, PayOfPerson(person: person, isOwn: isOwn, period: period, company: company))
    }

    /// The people below the reader.
    func team() throws -> Permit<TeamInPeriod> {
        let reader = try reader()
        guard let reach = reader.rights[.seePay], reach >= .team else { throw Problem.forbidden([.seePay]) }
        let company = try asked.site.company.cycle().reference()
        let period =
            try (asked.path["period"] ?? asked.query["period"]).map { try Self.period($0, company) }
            ?? asked.site.currentPeriod(company)
        guard let period else { throw Problem.absent }
        let people =
            reach == .all
            ? Self.everybody(company, in: period)
            : ReportingLine(model: company).below(reader.person, in: period.range)
        return Permit(reader, TeamInPeriod(period: period, people: people, company: company))
    }

    /// A dispute: of the reader, or about the pay of people whose pay he may see.
    func dispute(_ number: Int64) throws -> Permit<Dispute> {
        let reader = try reader()
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        guard let dispute = try cycle.workspace.read({ try $0.dispute(number) }),
            try may(.seePay, of: dispute.person, in: company.calendar.parse(dispute.period), reader, company)
        else { throw Problem.absent }
        return Permit(reader, dispute)
    }

    /// Key account work, as far as the reader sees it; a company that keeps no book has no such pages.
    func accounts() async throws -> Permit<AccountSight> {
        let reader = try reader()
        return Permit(reader, try await AccountSight(asked, reader))
    }

    /// A client, or the client of a meeting, for those who look after him and those who see everything.
    ///
    /// A client that one may not see, one that is no key account and one that there is not are told alike.
    func account() async throws -> Permit<ClientAccount> {
        let reader = try reader()
        let sight = try await AccountSight(asked, reader)
        guard let account = ClientAccount(asked, sight) else { throw Problem.absent }
        return Permit(reader, account)
    }

    /// Whether a right reaches a person: a head has it for those who reported to him in the period.
    func may(
        _ right: Right, of person: String, in period: Period?, _ reader: Reader, _ company: CompanyModel
    ) throws -> Bool {
        switch reader.rights[right] {
        case nil: return false
        case .all: return true
        case .own: return person == reader.person
        case .team:
            if person == reader.person { return true }
            guard let period = period ?? asked.site.currentPeriod(company) else { return false }
            return ReportingLine(model: company).team(of: reader.person, in: period).contains(person)
        }
    }

    /// The reader as the pay cycle asks for him, with the people below him in a period.
    func principal(in period: String?, _ reader: Reader) throws -> Principal {
        let ofTeam = [Right.answerDispute, .proposeAdjustment, .setTargets]
        guard ofTeam.contains(where: { reader.rights[$0] == .team }) else {
            return reader.principal()
        }
        let company = try asked.site.company.cycle().reference()
        guard let period = period.flatMap({ company.calendar.parse($0) }) ?? asked.site.currentPeriod(company) else {
            return reader.principal()
        }
        return reader.principal(team: ReportingLine(model: company).team(of: reader.person, in: period))
    }

    private func reader() throws -> Reader {
        guard let reader = asked.reader else { throw Problem.signIn }
        return reader
    }

    /// A pay period of the company by its one name.
    private static func period(_ name: String, _ company: CompanyModel) throws -> Period {
        guard let period = company.calendar.parse(name), period.description == name,
            period.kind == company.ledgerRules.period
        else { throw Problem.absent }
        return period
    }

    private static func everybody(_ company: CompanyModel, in period: Period) -> [Int32: [DayRange]] {
        var people: [Int32: [DayRange]] = [:]
        for assignment in company.organisation.assignments {
            guard let days = assignment.validity.intersection(period.range), !days.isEmpty else { continue }
            people[assignment.person, default: []].append(days)
        }
        return people
    }
}
