internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What can be done on a page of key account work, and what it can be done with.
extension AccountPages {
    /// Now, on the clock of the server.
    var now: CivilMoment { sight.now }

    /// Where a step is taken.
    func address(of step: AccountStep, _ id: String = "", _ values: [(name: String, value: String)] = []) -> Address {
        let subject = id.isEmpty ? [] : [(name: "id", value: id)]
        let here = asked.setting.here
        return Addresses.of(["steps", step.name], query: subject + values + [(name: "next", value: here)])
    }

    /// What the reader may do with something now; nothing on the page of another day.
    func steps(with object: AccountObject, _ id: String, without others: Set<String> = []) -> [NavigationItem] {
        guard !sight.isAnotherDay else { return [] }
        let possible = AccountSteps.possible(with: object, id, by: actor, in: book, at: now)
        return possible.filter { !others.contains($0.name) }.map { step in
            NavigationItem(step.title[language], address(of: step, id))
        }
    }

    /// What the reader may begin now.
    func beginnings(_ objects: [AccountObject]) -> [AccountStep] {
        guard !sight.isAnotherDay else { return [] }
        return AccountSteps.beginnings(by: actor, in: book, at: now).filter { objects.contains($0.object) }
    }

    /// A thing of a list with what can be done about it: the first as a button.
    func with(_ steps: [NavigationItem], _ entry: Entry) -> Entry {
        var entry = entry
        entry.action = steps.first
        entry.links += steps.dropFirst()
        return entry
    }

    // MARK: What things are called

    /// What something says, in words; nil where nothing is acted on.
    func words(of object: AccountObject, _ id: String) -> String? {
        guard !id.isEmpty else { return nil }
        switch object {
        case .promise, .suggestion, .action: return book.text(object.kind, id, "text") ?? id
        case .goal: return book.text(object.kind, id, "title") ?? id
        case .fact: return book.text(object.kind, id, "statement") ?? id
        case .meeting: return meetingTitle(id)
        case .contact: return contact(Key(id))
        case .account: return desk.client(Key(id))
        case .finding:
            let parts = id.split(separator: " ", maxSplits: 1).map(String.init)
            let rule = parts.first.flatMap { RadarRule(name: $0) }?.title[language].beginning
            let subject = parts.count > 1 ? desk.client(Key(parts[1])) : ""
            return [rule, subject].compactMap(\.self).joined(separator: ": ")
        case .touch, .round, .plan, .rung, .battle, .incentive, .relation, .consent, .training, .assessment, .risk,
            .wallet,
            .factor, .answer, .reference:
            return id
        }
    }

    /// The client that something is about, as far as its row says it.
    func client(of object: AccountObject, _ id: String) -> Key<Client>? {
        guard !id.isEmpty else { return nil }
        switch object {
        case .account: return Key(id)
        case .contact: return book.client(of: Key(id))
        case .goal:
            return book.text(object.kind, id, "plan").flatMap { book.text("account_plan", $0, "client") }.map {
                Key($0)
            }
        case .promise, .touch, .meeting, .finding, .suggestion, .round, .plan, .action, .fact, .rung, .battle,
            .incentive,
            .relation, .consent, .training, .assessment, .risk, .wallet, .factor, .answer, .reference:
            return book.text(object.kind, id, "client").map { Key($0) }
        }
    }

    private func meetingTitle(_ id: String) -> String {
        let client = book.client(ofMeeting: Key(id)).map { desk.client($0) } ?? ""
        let at = book.sheet(ofMeeting: Key(id), on: day)?.meeting.at.text(in: desk.language) ?? ""
        return "\(client), \(at)"
    }

    // MARK: What can be chosen

    /// What a field may name, by what it is called; of clients and their people those that the reader sees.
    func choices(_ subject: StepField.Subject, of client: Key<Client>?) -> [Choice] {
        switch subject {
        case .client: return clients.map { Choice($0.text, desk.client($0)) }.sorted { $0.label < $1.label }
        case .contact: return contacts(of: client)
        case .person:
            return known(subject, nil).map { Choice($0, desk.person(Key($0))) }.sorted { $0.label < $1.label }
        case .touch, .promise, .plan, .goal, .meeting:
            guard let client, sight.sees(client) else { return [] }
            return known(subject, client).map { Choice($0, title(subject, $0)) }
        case .round, .rung, .piece, .rival, .factor, .selection, .criterion, .department, .function, .tier, .training:
            return known(subject, nil).map { Choice($0, title(subject, $0)) }
        }
    }

    private func known(_ subject: StepField.Subject, _ client: Key<Client>?) -> [String] {
        AccountSteps.known(subject, of: client, in: book, on: asked.site.today)
    }

    /// The clients that the reader has to do with, and those that he sees otherwise.
    private var clients: [Key<Client>] {
        let own = book.clients(of: sight.person).filter(sight.sees)
        return own.isEmpty ? book.records.keys.filter(sight.sees).sorted() : own.sorted()
    }

    /// People of a client, the most powerful first; without one those of all clients of the reader, under their client's name.
    private func contacts(of client: Key<Client>?) -> [Choice] {
        let clients = client.map { [$0] } ?? clients
        let ordered = clients.filter(sight.sees).sorted { desk.client($0) < desk.client($1) }
        return ordered.flatMap { own in
            (book.records[own]?.contacts ?? []).filter { $0.days.contains(day) }
                .sorted { ($1.power, $0.id) < ($0.power, $1.id) }
                .map { Choice($0.id.text, client == nil ? "\(desk.client(own)): \(contact($0.id))" : contact($0.id)) }
        }
    }

    private func title(_ subject: StepField.Subject, _ id: String) -> String {
        switch subject {
        case .client: desk.client(Key(id))
        case .contact: contact(Key(id))
        case .person: desk.person(Key(id))
        case .meeting: meetingTitle(id)
        case .promise: book.promiseText(id) ?? id
        case .goal: book.text("plan_goal", id, "title") ?? id
        case .rung: book.rules.ladder?.rungs.first { $0.id.text == id }?.title[language] ?? id
        case .piece: word(DossierWords.evidence(id))
        case .rival: desk.rival(Key(id))
        case .factor: word(DossierWords.factor(id))
        case .criterion:
            book.rules.selections.values.flatMap(\.criteria).first { $0.id.text == id }?.title[language] ?? id
        case .department: word(RoundWords.department(id))
        case .function: word(ContactWords.function(id))
        case .training: book.text("training", id, "competencies") ?? id
        case .touch, .plan, .round, .selection, .tier: id
        }
    }
}
