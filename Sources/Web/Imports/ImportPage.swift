internal import Company
internal import Credentials
internal import HTML
internal import Importing
internal import Intake
internal import Messages
internal import Pages
internal import Payroll

/// The page of one file, as far as it has come.
struct ImportPage {
    let asked: Asked
    let upload: KeptUpload
    let state: ImportDesk.State

    private var language: PageLanguage { asked.language }

    /// The page.
    var page: SectionPage {
        get throws {
            var page = SectionPage(
                title: upload.name,
                path: [
                    NavigationItem(asked.word(DataWords.data), Addresses.of(["data"])),
                    NavigationItem(asked.word(DataWords.imports), Addresses.of(["data", "imports"])),
                ])
            if let work = state.work {
                add(work, to: &page)
                return page
            }
            if let done = upload.done {
                page.state = StateTag(asked.word(DataWords.isIn), .gain)
                add(done, to: &page)
                return page
            }
            if state.isStopped { page.sections.append(.notice(asked.word(DataWords.stopped), .info)) }
            if let failed = state.failed {
                page.sections += [.notice(asked.word(failed.title) + ". " + asked.word(failed.text), .loss)]
            }
            if state.isStopped || state.failed != nil { page.sections.append(.form(again)) }
            if let looked = state.looked { try add(looked, to: &page) }
            page.sections.append(.form(removal))
            return page
        }
    }

    // MARK: Work

    private func add(_ work: (phase: ImportWork.Phase, since: Instant), to page: inout SectionPage) {
        let place = ImportWork.Phase.allCases.firstIndex(of: work.phase) ?? 0
        let words = DataWords.phases.indices.contains(place) ? DataWords.phases[place] : DataWords.phases[0]
        page.refreshAfter = 2
        page.sections = [
            .panel(
                StatePanel(
                    .waiting(done: 100 * place / ImportWork.Phase.allCases.count), heading: asked.word(words),
                    text: asked.word(DataWords.since(asked.shown(work.since))))),
            .form(
                SectionForm(
                    name: "stop", heading: asked.word(DataWords.stop),
                    action: ImportHandler.address(upload.id, "stop"), button: asked.word(DataWords.stop),
                    isMain: false)),
        ]
    }

    private var again: SectionForm {
        SectionForm(
            name: "again", heading: asked.word(DataWords.again), action: ImportHandler.address(upload.id, "again"),
            button: asked.word(DataWords.again), isMain: false)
    }

    private var removal: SectionForm {
        SectionForm(
            name: "removal", heading: asked.word(DataWords.remove), text: [asked.word(DataWords.removeText)],
            action: ImportHandler.address(upload.id, "removal"), button: asked.word(DataWords.remove), isMain: false)
    }

    private func add(_ done: KeptUpload.Done, to page: inout SectionPage) {
        page.sections = [
            .notice(asked.word(DataWords.doneText(FigureTexts.count(Int(done.record), language))), .gain),
            .table(ImportTables(asked: asked).counts(done.counts)),
            .links([
                NavigationItem(asked.word(DataWords.nextFile), Addresses.of(["data", "imports"])),
                NavigationItem(asked.word(DataWords.data), Addresses.of(["data"])),
                NavigationItem(asked.word(SectionWords.periods), Addresses.of(["periods"])),
            ]), .form(removal),
        ]
    }

    // MARK: The file

    private func add(_ looked: Looked, to page: inout SectionPage) throws {
        let tables = ImportTables(asked: asked)
        if let kind = looked.kind {
            let rows = DataWords.rowCount.text(looked.rowCount, in: language)
            page.lead = asked.word(DataWords.holds(rows, kind.title[language]))
        }
        if let known = looked.known {
            page.sections.append(.notice(asked.word(DataWords.known(known.name, known.author)), .info))
        }
        if let system = looked.export { page.sections.append(.text([asked.word(DataWords.export(system))])) }
        if !looked.faults.isEmpty {
            page.sections.append(
                .notice(
                    asked.word(DataWords.faults) + ": " + looked.faults.map { $0[language] }.joined(separator: "; "),
                    .loss))
        }
        if !looked.open.isEmpty {
            page.sections.append(.form(ImportQuestions(asked: asked, looked: looked).form))
        }
        if let tried = state.tried {
            try ImportTrial(asked: asked, upload: upload, looked: looked, tried: tried).add(to: &page)
        }
        let rejects = tables.rejects(looked, state.tried, upload)
        if !rejects.rows.isEmpty { page.sections.append(.table(rejects)) }
        if looked.isReady { page.sections.append(.form(trialForm)) }
        page.sections += tables.reading(looked)
        if !looked.notes.isEmpty {
            let notes = Set(looked.notes.map { $0[language].beginning }).sorted()
            page.sections.append(.text([asked.word(DataWords.notes) + ":"] + notes.map { "– " + $0 }))
        }
        if looked.kind != nil { page.sections.append(.form(ImportColumns(asked: asked, looked: looked).form)) }
    }

    private var trialForm: SectionForm {
        SectionForm(
            name: "trial", heading: asked.word(DataWords.trial), text: [asked.word(DataWords.tryText)],
            action: ImportHandler.address(upload.id, "trial"),
            fields: [
                .choice(
                    ChoiceField(
                        name: "complete", question: asked.word(DataWords.cancelled),
                        hint: asked.word(DataWords.completeHint),
                        choices: [Choice("yes", asked.word(DataWords.complete))],
                        chosen: upload.isComplete ? ["yes"] : [], isMultiple: true, in: language)),
                .field(
                    FormField(
                        name: "source", label: asked.word(DataWords.source), hint: asked.word(DataWords.sourceHint),
                        isOptional: true, control: .line(value: upload.source), in: language)),
            ], button: asked.word(DataWords.tryIt), isMain: state.tried == nil)
    }
}
