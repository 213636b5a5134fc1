import AccountRows
import Accounts
import Messages
import Periods

/// Who may take a step: by the line, and by the positions that speak for departments.
extension StepRequest {
    var me: Key<Person> { actor.person }

    /// Who looks after a client today.
    func manager(of client: Key<Client>) -> Key<Person>? { book.source.manager(of: client, on: today) }

    /// Who somebody reports to today.
    func head(of person: Key<Person>) -> Key<Person>? { book.source.workplace(of: person, on: today)?.head }

    /// Everybody above somebody, the nearest first.
    func line(above person: Key<Person>) -> [Key<Person>] {
        var line: [Key<Person>] = []
        // A line has at most a hundred people, one above the other; one that leads round ends where it began.
        while line.count < 100, let head = head(of: line.last ?? person), head != person, !line.contains(head) {
            line.append(head)
        }
        return line
    }

    /// Whether the actor stands above somebody.
    func isAbove(_ person: Key<Person>) -> Bool { line(above: person).contains(me) }

    /// The head of the whole line of whoever looks after a client; of a client without manager of any manager.
    func director(of client: Key<Client>?) -> Key<Person>? {
        let managers =
            book.source.roles[AccountSource.managerRole]?.values.flatMap(\.self)
            .filter { $0.validity.contains(today) }.map(\.value).sorted() ?? []
        guard let manager = client.flatMap({ manager(of: $0) }) ?? managers.first else { return nil }
        return line(above: manager).last
    }

    /// Departments that the actor speaks for by his positions.
    var departments: [Key<Department>] {
        book.rules.departments.filter { actor.positions.contains($0.value) }.keys.sorted()
    }

    /// Whether the actor speaks for a department.
    func speaks(for department: Key<Department>) -> Bool { departments.contains(department) }

    // MARK: Refusals

    /// The actor is the client's account manager or stands above him.
    func requireOwnClient(_ client: Key<Client>, _ place: String) throws(Refusal) {
        let manager = manager(of: client)
        guard manager != me, !(manager.map { isAbove($0) } ?? false) else { return }
        throw .notHis(
            place, me,
            LocalizedText(en: "the client's account manager or his head", ru: "менеджер клиента или его руководитель")
        )
    }

    /// The actor stands above somebody.
    func requireHead(of person: Key<Person>, _ place: String) throws(Refusal) {
        guard !isAbove(person) else { return }
        if person == me { throw .ownWork(place, me, Self.headWords) }
        throw .notHis(
            place, me, LocalizedText(en: "the head of \(person)", ru: "руководитель: \(head(of: person)?.text ?? "—")"))
    }

    /// The actor is the head of the whole line.
    func requireDirector(of client: Key<Client>?, _ place: String) throws(Refusal) {
        guard director(of: client) != me else { return }
        throw .notHis(place, me, LocalizedText(en: "the director", ru: "директор"))
    }

    /// The actor speaks for a department.
    func requireDepartment(_ department: Key<Department>, _ place: String) throws(Refusal) {
        guard !speaks(for: department) else { return }
        guard let position = book.rules.departments[department] else {
            throw Refusal(
                "no-department",
                LocalizedText(
                    en: "\(place): nobody speaks for '\(department)'",
                    ru: "\(place): за службу «\(department)» никто не отвечает"),
                remedy: LocalizedText(
                    en: "name its position under 'accounts: departments:' in the company's text",
                    ru: "назовите её должность в тексте компании, «accounts: departments:»"))
        }
        throw .notHis(place, me, LocalizedText(en: "who holds '\(position)'", ru: "тот, чья должность — «\(position)»"))
    }

    static let headWords = LocalizedText(en: "the head", ru: "руководитель")
    static let otherWords = LocalizedText(en: "somebody else", ru: "кто-то другой")
}

extension AccountSource {
    /// The department that says yes to money.
    static let finance: Key<Department> = "finance"
    /// The department that speaks to many.
    static let marketing: Key<Department> = "marketing"
}
