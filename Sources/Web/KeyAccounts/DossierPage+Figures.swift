internal import AccountRows
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// The figures of a key account, each with what it is made of.
extension DossierPage {
    var figures: PageSection {
        var rows = [health, sales, overdue]
        if let due = line.callDue {
            let isLate = due < pages.day
            rows.append(
                SummaryRow(
                    word(DossierWords.call),
                    isLate
                        ? .state(StateTag(word(WeekWords.late(pages.days(due.days(until: pages.day)))), .loss))
                        : .text(pages.short(due)), note: isLate ? desk.day(due) : nil))
        }
        rows += [influence, coverage, kept]
        if let wallet = dossier.wallet {
            let title = word(DossierWords.wallet(wallet.period.description))
            switch wallet.share {
            case .success(let share):
                rows.append(
                    SummaryRow(
                        title, .text(desk.share(share.share)),
                        note: word(DossierWords.range(desk.share(share.low), desk.share(share.high)))))
            case .failure(let reason): rows.append(SummaryRow(title, absent(reason)))
            }
        }
        return .summary(name: "figures", heading: word(DossierWords.figures), rows)
    }

    private func absent(_ reason: NoFigure) -> Cell {
        .amount(.absent(reason: reason.text[language], address: nil))
    }

    private var health: SummaryRow {
        guard let health = line.health,
            let points = (try? health.value.multiplied(by: 100)).flatMap({ try? $0.integer(.halfAwayFromZero) })
        else {
            return SummaryRow(
                word(DossierWords.health), .amount(.absent(reason: word(DossierWords.noHealth), address: nil)))
        }
        let tone: Tone =
            switch health.colour {
            case .green: .gain
            case .amber: .warn
            case .red: .loss
            case .grey: .neutral
            }
        let vetoes = health.vetoes.map(\.rawValue).sorted().map { word(DossierWords.veto($0)) }
        let lost = lost(health)
        let notes = vetoes + (lost.isEmpty ? [] : [word(DossierWords.lost(lost.joined(separator: ", ")))])
        return SummaryRow(
            word(DossierWords.health),
            .state(StateTag(word(DossierWords.points(points, desk.share(health.known))), tone)),
            note: notes.isEmpty ? nil : notes.joined(separator: ". ").beginning)
    }

    /// What takes most from the health, with what each part loses.
    private func lost(_ health: Health) -> [String] {
        let lost = health.parts.compactMap { part -> (name: String, loss: FixedDecimal)? in
            guard let gap = try? FixedDecimal.one.subtracting(part.value ?? .zero),
                let loss = try? gap.multiplied(by: part.weight), loss > .zero
            else { return nil }
            return (desk.healthPart(part), loss)
        }
        return lost.sorted { ($1.loss, $0.name) < ($0.loss, $1.name) }.prefix(3).map {
            "\($0.name) −\(desk.share($0.loss))"
        }
    }

    private var sales: SummaryRow {
        let change = line.change.map { change in
            word(
                DossierWords.change(
                    desk.share(change.revenue, signed: true), desk.share(change.orders, signed: true)))
        }
        return SummaryRow(word(DossierWords.sales), .text(desk.amount(line.sales)), note: change)
    }

    private var overdue: SummaryRow {
        guard line.overdueDays > 0 else {
            return SummaryRow(word(DossierWords.overdue), .text(word(DossierWords.nothingOverdue)))
        }
        return SummaryRow(
            word(DossierWords.overdue), .text(desk.amount(line.overdue)), note: pages.days(line.overdueDays))
    }

    private var influence: SummaryRow {
        switch dossier.influence {
        case .success(let influence):
            SummaryRow(
                word(DossierWords.influence), .text(desk.share(influence.value)),
                note: word(DossierWords.lever(pages.contact(influence.lever))))
        case .failure(let reason): SummaryRow(word(DossierWords.influence), absent(reason))
        }
    }

    private var coverage: SummaryRow {
        let thread = dossier.thread.flatMap { try? $0.share() }
        return SummaryRow(
            word(DossierWords.coverage), .text(desk.share(try? dossier.coverage.share())),
            note: word(
                DossierWords.met(dossier.coverage.met.count, dossier.coverage.required.count, desk.share(thread))))
    }

    private var kept: SummaryRow {
        let rate = dossier.kept
        return SummaryRow(
            word(DossierWords.kept),
            .text(word(DossierWords.keptFigures(rate.inTime.count, rate.due.count, rate.moved.count))))
    }

    // MARK: How the client sees us

    var ladder: PageSection {
        var rows = [SummaryRow(word(DossierWords.held), .text(line.rung?.title[language] ?? "—"))]
        if let ladder = dossier.ladder {
            if let next = ladder.next {
                rows.append(
                    SummaryRow(
                        word(DossierWords.next), .text(next.title[language]),
                        note: word(DossierWords.way(desk.share(try? ladder.way())))))
                rows += pieces(word(DossierWords.valid), ladder.valid, of: next)
                rows += pieces(word(DossierWords.lacking), ladder.lacking, of: next)
            } else {
                rows.append(SummaryRow(word(DossierWords.next), .text(word(DossierWords.highest))))
            }
            if let end = ladder.expiring.first {
                rows.append(
                    SummaryRow(
                        word(DossierWords.expiring), .text(pages.piece(end.place)), note: desk.day(end.until)))
            }
        }
        return .summary(name: "ladder", heading: word(DossierWords.ladder), rows)
    }

    private func pieces(_ title: String, _ pieces: [Key<Ladder.Evidence>], of rung: Ladder.Rung) -> [SummaryRow] {
        guard !pieces.isEmpty else { return [] }
        let names = pieces.map { pages.piece(EvidencePlace(rung.id, $0)) }
        return [SummaryRow(title, .text(names.joined(separator: "; ")))]
    }

    var rivals: [PageSection] {
        guard case .success(let comparison) = dossier.rivals else { return [] }
        let hardest = word(DossierWords.hardest(desk.rival(comparison.rival), desk.ratio(comparison.relative)))
        return [
            .entries(
                EntryList(
                    name: "rivals", heading: word(DossierWords.rivals), text: [hardest],
                    entries: comparison.gaps.sorted { $0.points < $1.points }.map { gap in
                        Entry(
                            word(DossierWords.factor(gap.factor.text)).beginning,
                            tag: StateTag(
                                signed(gap.points), gap.points < .zero ? .loss : gap.points > .zero ? .gain : .neutral))
                    }))
        ]
    }

    private func signed(_ points: FixedDecimal) -> String {
        (points > .zero ? "+" : "") + desk.ratio(points).replacing("-", with: "\u{2212}")
    }
}

extension AccountPages {
    /// What a piece of evidence takes, in words.
    func piece(_ place: EvidencePlace) -> String {
        switch book.rules.proofs[place] {
        case .figure(let figure, let bound, _):
            word(DossierWords.figure(word(DossierWords.measure(figure.rawValue)), text(bound, of: figure)))
        case .document, nil: word(DossierWords.document(word(DossierWords.evidence(place.evidence.text))))
        }
    }

    private func text(_ bound: FixedDecimal, of figure: AccountFigure) -> String {
        switch figure {
        case .shareOfWallet, .satisfied, .paidInTime, .influence, .covered: desk.share(bound)
        case .relativeFactors: desk.ratio(bound)
        case .functionsMet, .orders: LocalizedNumber.grouped(bound, in: desk.language)
        }
    }
}
