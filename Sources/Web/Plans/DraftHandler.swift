internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Writing the text of a plan: a field, a check, a draft that is kept.
enum DraftHandler {
    static let edit: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        return asked.page(try page(draft))
    }

    private static func page(_ draft: DraftReading) throws -> PlanPage {
        let asked = draft.asked
        var page = PlanPage(
            title: draft.plan.title[asked.language] + ": " + asked.word(PlanWords.edit).lowercased(),
            path: draft.reading.path(draft.plan))
        if asked.query["done"] == "dropped" {
            page.parts.append(.section(.notice(asked.word(DraftWords.dropped), .gain)))
        }
        page.parts.append(draft.views(at: "edit"))
        guard draft.own.bytes.count <= PlanBook.longestText else {
            page.parts.append(.section(.notice(asked.word(DraftWords.tooLong), .warn)))
            return page
        }
        if draft.isStale { page.parts.append(.section(.notice(asked.word(DraftWords.stale), .warn))) }
        if let kept = draft.draft {
            page.lead = asked.word(
                DraftWords.saved(draft.reading.name(kept.author), asked.shown(kept.at)))
            let checked = try draft.checked()
            page.parts += draft.findings(checked)
            if checked.errors == 0, !draft.isStale {
                page.parts.append(
                    .section(
                        .links([
                            NavigationItem(
                                asked.word(PlanWords.effect), PlanReading.address(draft.plan.name, "effect"))
                        ])))
            }
        }
        page.parts.append(
            .editor(try editor(draft, text: draft.draft?.text ?? draft.ownText, version: draft.version)))
        page.parts += draft.difference()
        if let kept = draft.draft { page.parts.append(drop(draft, kept)) }
        return page
    }

    private static func editor(
        _ draft: DraftReading, text: String, version: Int64, button: Words = DraftWords.check
    ) throws -> TextEditor {
        let asked = draft.asked
        return TextEditor(
            heading: asked.word(DraftWords.heading(draft.file)), label: asked.word(DraftWords.text),
            hint: asked.word(DraftWords.hint), text: text,
            action: PlanReading.address(draft.plan.name, "draft"),
            hidden: [(name: "version", value: String(version)), (name: "file", value: draft.file)],
            button: asked.word(button))
    }

    private static func drop(_ draft: DraftReading, _ kept: PlanDraft) -> PlanPart {
        let asked = draft.asked
        return .section(
            .form(
                SectionForm(
                    name: "drop", heading: asked.word(DraftWords.drop), text: [asked.word(DraftWords.dropText)],
                    action: PlanReading.address(draft.plan.name, "drop"),
                    hidden: [(name: "version", value: String(kept.version)), (name: "file", value: draft.file)],
                    button: asked.word(DraftWords.drop), isMain: false)))
    }

    // MARK: Saving

    static let save: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        let version = Int64(asked.form.text("version")) ?? 0
        let text = written(asked.form["text"] ?? "", like: draft.ownText)
        // The plan may stand in another file by now; what was written is for the one that was shown.
        guard asked.form["file"] == draft.file else { throw PlanRefusal.fileHasChanged(draft.file) }
        do {
            try draft.reading.book.save(
                text, of: draft.file, in: draft.reading.cycle.text, after: version, by: permit.reader.principal())
        } catch PlanRefusal.draftHasChanged(let author) {
            return asked.page(try conflict(draft, text, author), status: 409)
        } catch PlanRefusal.tooLong(let most) {
            return asked.page(try tooLong(draft, text, most), status: 422)
        }
        return .redirect(PlanReading.address(draft.plan.name, "edit"))
    }

    /// Browsers send lines as CR LF; the file keeps its own ends of lines.
    private static func written(_ text: String, like own: String) -> String {
        let plain = text.replacing("\r\n", with: "\n")
        return own.utf8.contains(13) ? plain.replacing("\n", with: "\r\n") : plain
    }

    /// Of two who write at once the second one keeps his text and sees what differs.
    private static func conflict(_ draft: DraftReading, _ text: String, _ author: String) throws -> PlanPage {
        let asked = draft.asked
        let saved = draft.draft?.text ?? draft.ownText
        var page = PlanPage(
            title: draft.plan.title[asked.language] + ": " + asked.word(PlanWords.edit).lowercased(),
            path: draft.reading.path(draft.plan), hasErrors: true)
        page.parts = [
            .section(.notice(asked.word(DraftWords.conflict(draft.reading.name(author))), .warn)),
            .editor(
                try editor(draft, text: text, version: draft.version, button: DraftWords.saveOver)),
        ]
        page.parts += DraftReading.difference(
            asked, DraftWords.conflictDifference, TextDifference.lines(of: saved), TextDifference.lines(of: text))
        return page
    }

    private static func tooLong(_ draft: DraftReading, _ text: String, _ most: Int) throws -> PlanPage {
        let asked = draft.asked
        let words = PlanRefusal.tooLong(most: most).text.words.asSentence
        var page = PlanPage(
            title: draft.plan.title[asked.language] + ": " + asked.word(PlanWords.edit).lowercased(),
            path: draft.reading.path(draft.plan), hasErrors: true)
        page.parts = [
            .section(.notice(asked.word(words), .warn)),
            .editor(try editor(draft, text: text, version: draft.version)),
        ]
        return page
    }

    static let drop: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        try draft.reading.book.drop(
            draft.file, after: Int64(asked.form.text("version")) ?? 0, by: permit.reader.principal())
        return .redirect(PlanReading.address(draft.plan.name, "edit", query: [(name: "done", value: "dropped")]))
    }
}
