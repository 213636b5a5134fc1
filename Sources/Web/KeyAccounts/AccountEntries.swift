internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Periods

/// Findings, calls, promises and meetings as things of a list.
extension AccountPages {
    /// A finding.
    ///
    /// - Parameter isOfClient: Whether the page is about its client, who need not be named then.
    func entry(_ placed: PlacedFinding, isOfClient: Bool = false, tag: StateTag? = nil) -> Entry {
        let finding = placed.finding
        let rule = finding.rule.title[language].beginning
        let subject = finding.client.map { desk.client($0) } ?? self.subject(placed)
        let texts = finding.evidence.map { self.evidence($0, of: placed) }
        var entry = Entry(
            isOfClient ? rule : "\(subject). \(rule)", finding.client.flatMap { isOfClient ? nil : client($0) },
            tag: tag ?? StateTag(finding.severity.words[language], finding.severity.tone),
            side: finding.rule.name)
        entry.lines = [word(WeekWords.firstAction(finding.rule.firstAction[language]))]
        entry.notes = [
            (texts.prefix(3) + (texts.count > 3 ? ["…"] : [])).joined(separator: "; ") + " · "
                + word(WeekWords.since(desk.day(finding.since)))
        ]
        // Where no row stands behind it, the words above say all of it.
        let isMore = texts.count > 3 || placed.places.contains { $0 != nil }
        entry.evidence =
            !isMore
            ? []
            : zip(texts, placed.places).map { text, place in
                Entry.Evidence(text, place: place?.address ?? "")
            }
        return with(steps(with: .finding, "\(finding.rule.name) \(finding.key.subject)"), entry)
    }

    /// What a finding about no client is about; the company by its name.
    private func subject(_ placed: PlacedFinding) -> String {
        let subject = desk.subject(placed)
        return subject == "company" ? desk.model.name[language] : subject
    }

    private func evidence(_ piece: Accounts.Finding.Evidence, of placed: PlacedFinding) -> String {
        let said = said(piece.text[language], of: placed)
        // What is least known is said in the words themselves.
        if placed.finding.rule == .blind { return said }
        if let piece = proof(placed) { return "\(piece): \(said)" }
        if piece.row == placed.finding.client?.text { return said }
        if let quoted = quoted(piece.row) { return "«\(quoted)»: \(said)" }
        return piece.row == placed.finding.key.subject ? said : "\(piece.row): \(said)"
    }

    /// Words of the radar with people, and parts of the health, by what they are called.
    private func said(_ text: String, of placed: PlacedFinding) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let bare = String(word.reversed().drop { ":;,.".contains($0) }.reversed())
            let mark = word.dropFirst(bare.count)
            if book.source.people.contains(Key(bare)) { return desk.person(Key(bare)) + mark }
            if placed.finding.rule == .concentration, !bare.isEmpty {
                return (bare == "company" ? desk.model.name[language] : desk.unit(bare)) + mark
            }
            guard placed.finding.rule == .blind else { return String(word) }
            return self.word(DossierWords.part(bare)) + mark
        }.joined(separator: " ")
    }

    /// The piece of evidence of a rung that a finding is about.
    private func proof(_ placed: PlacedFinding) -> String? {
        let parts = placed.finding.key.subject.split(separator: " ").map(String.init)
        guard placed.finding.rule == .evidenceEnds, parts.count == 3 else { return nil }
        let rung = book.rules.ladder?.rungs.first { $0.id.text == parts[1] }?.title[language] ?? parts[1]
        return "\(rung), \(piece(EvidencePlace(Key(parts[1]), Key(parts[2]))))"
    }

    /// What a row says in words, where it is one that people know by its words.
    private func quoted(_ row: String) -> String? {
        let contact = desk.contact(Key(row))
        if contact != row { return contact }
        let unit = desk.unit(row)
        if unit != row { return unit }
        let client = desk.client(Key(row))
        if client != row { return client }
        return book.promiseText(row) ?? book.text("plan_action", row, "text") ?? book.text("fact", row, "statement")
            ?? book.text("suggestion", row, "text")
    }

    /// A call that is due.
    func entry(_ call: AccountWeek.Call) -> Entry {
        var entry = Entry(desk.client(call.client), client(call.client), side: short(call.due))
        if call.late > 0 {
            entry.tag = StateTag(word(WeekWords.late(days(call.late))), .loss)
        } else if call.due == day {
            entry.tag = StateTag(word(WeekWords.today), .warn)
        } else {
            entry.tag = StateTag(word(WeekWords.until(short(call.due))), .neutral)
            entry.side = ""
        }
        entry.lines = [word(call.contact.map { WeekWords.call(contact($0)) } ?? WeekWords.nobodyToCall)]
        entry.notes = [word(call.last.map { WeekWords.lastCall(desk.day($0)) } ?? WeekWords.neverCalled)]
        return entry
    }

    /// A promise.
    func entry(_ promise: Promise, isOfClient: Bool = false) -> Entry {
        var entry = Entry(promise.text, isOfClient ? nil : client(promise.client), side: short(promise.dueOn))
        let late = promise.dueOn.days(until: day)
        switch promise.state {
        case .made, .accepted:
            if late > 0 {
                entry.tag = StateTag(word(WeekWords.overdue(days(late))), .loss)
            } else if late == 0 {
                entry.tag = StateTag(word(WeekWords.today), .warn)
            } else {
                entry.tag = StateTag(promise.state.words[language], .neutral)
            }
        case .done: entry.tag = StateTag(promise.state.words[language], .info)
        case .kept: entry.tag = StateTag(promise.state.words[language], .gain)
        case .broken: entry.tag = StateTag(promise.state.words[language], .loss)
        case .renegotiated, .void: entry.tag = StateTag(promise.state.words[language], .neutral)
        }
        let owner = promise.owner(on: day)
        entry.notes = [
            [
                isOfClient ? nil : desk.client(promise.client), promise.contact.map { contact($0) },
                owner == sight.person ? nil : word(WeekWords.promisedBy(desk.person(owner))),
                promise.receiver.map { word(WeekWords.with(desk.person($0))) },
                late > 0 ? promise.state.words[language] : nil,
            ].compactMap(\.self).joined(separator: " · ")
        ]
        return with(steps(with: .promise, promise.id.text), entry)
    }

    /// A meeting.
    func entry(_ meeting: Meeting, isOfClient: Bool = false) -> Entry {
        let lacks = meeting.isImportant ? meeting.sheetFaults.map { fault($0) } : []
        let isAhead = meeting.state == .planned || meeting.state == .prepared
        var entry = Entry(
            isOfClient ? meeting.at.text(in: desk.language) : desk.client(meeting.client), self.meeting(meeting.id),
            side: isOfClient ? "" : short(meeting.at.day) + " " + meeting.at.clock)
        if isAhead {
            entry.tag =
                lacks.isEmpty
                ? StateTag(word(WeekWords.ready), .gain) : StateTag(word(WeekWords.lacks), .warn)
        } else {
            entry.tag = StateTag(meeting.state.words[language], .neutral)
        }
        entry.lines = [meeting.agenda]
        entry.notes = isAhead ? lacks : []
        return entry
    }

    /// What a sheet lacks, with people by their names.
    func fault(_ fault: Meeting.SheetFault) -> String {
        switch fault {
        case .reason(let person): word(MeetingWords.shortReason(desk.person(person)))
        case .copied(let person, let other): word(MeetingWords.copied(desk.person(person), desk.person(other)))
        case .noAgenda, .alone, .nobodyOfClient, .ratio: fault.words[language]
        }
    }
}

extension Severity {
    /// The colour that repeats the word.
    var tone: Tone {
        switch self {
        case .note: .neutral
        case .warning: .warn
        case .alarm: .loss
        }
    }
}

extension CivilMoment {
    /// The time alone: 11:40.
    var clock: String { String(description.dropFirst(day.description.count)).filter { !$0.isWhitespace && $0 != "T" } }
}
