internal import Credentials
internal import HTML
internal import OutgoingHTTP
internal import Pages
internal import Payroll
internal import Storage

/// Those who are told what happens: a list, and each with its deliveries.
enum WebhookHandler {
    static let list: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        asked.page(try listPage(asked))
    }

    private static func listPage(_ asked: Asked, _ errors: [FieldError] = []) throws -> SectionPage {
        let webhooks = try asked.site.store.webhooks()
        var page = SectionPage(
            title: asked.word(WebhookWords.title),
            path: [NavigationItem(asked.word(SectionWords.administration), Addresses.of(["admin"]))])
        if asked.query["done"] != nil { page.sections.append(.notice(asked.word(WebhookWords.done), .gain)) }
        if webhooks.isEmpty {
            page.sections.append(
                .panel(
                    StatePanel(
                        .empty, heading: asked.word(WebhookWords.none), text: asked.word(WebhookWords.noneText))))
        } else {
            page.sections.append(.table(try table(webhooks, asked)))
        }
        page.sections.append(
            .form(
                SectionForm(
                    name: "add", heading: asked.word(WebhookWords.add), action: Addresses.of(["admin", "webhooks"]),
                    fields: [
                        .field(
                            FormField(
                                name: "address", label: asked.word(WebhookWords.address),
                                hint: asked.word(WebhookWords.addressHint), errors: errors,
                                control: .line(value: asked.form.text("address")), in: asked.language))
                    ], errors: errors, button: asked.word(WebhookWords.add), isMain: false)))
        return page
    }

    private static func table(_ webhooks: [Webhook], _ asked: Asked) throws -> DataTable {
        let head = try asked.site.company.workspace.read { try $0.auditHead().number }
        return DataTable(
            name: "webhooks", caption: asked.word(WebhookWords.title),
            columns: [
                Column(asked.word(WebhookWords.address)), Column(asked.word(WebhookWords.state)),
                Column(asked.word(WebhookWords.behind), figures: true), Column(asked.word(WebhookWords.maker)),
            ],
            rows: webhooks.map { webhook in
                TableRow(
                    .name(webhook.address, address(webhook.id)),
                    [
                        .state(tag(webhook, asked)),
                        .text(FigureTexts.count(Int(max(0, head - webhook.cursor)), asked.language)),
                        .name(webhook.maker, nil),
                    ])
            }, language: asked.language)
    }

    private static func address(_ id: String) -> Address { Addresses.of(["admin", "webhooks", id]) }

    private static func tag(_ webhook: Webhook, _ asked: Asked) -> StateTag {
        switch webhook.off {
        case .failed: StateTag(asked.word(WebhookWords.offFailed), .loss)
        case .gone: StateTag(asked.word(WebhookWords.offGone), .loss)
        case nil:
            webhook.attempts == 0
                ? StateTag(asked.word(WebhookWords.on), .gain) : StateTag(asked.word(WebhookWords.waits), .warn)
        }
    }

    static let add: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        do {
            let made = try WebhookAPI.register(asked.form.text("address"), asked, permit.reader)
            return asked.page(secretPage(made.secret, made.webhook, asked))
        } catch let problem as Problem where problem.code == "bad-address" {
            let text = problem.faults.first?.text ?? problem.text
            return asked.page(
                try listPage(asked, [FieldError(field: "address", asked.word(text))]), status: 422)
        }
    }

    /// The secret, this once.
    private static func secretPage(_ secret: String, _ webhook: Webhook, _ asked: Asked) -> SectionPage {
        SectionPage(
            title: asked.word(WebhookWords.secret), path: path(asked, webhook),
            sections: [
                .notice(asked.word(WebhookWords.secretOnce), .warn),
                .summary(
                    name: "secret", heading: webhook.address,
                    [SummaryRow(asked.word(WebhookWords.secret), .text(secret))]),
            ])
    }

    private static func path(_ asked: Asked, _ webhook: Webhook? = nil) -> [NavigationItem] {
        [
            NavigationItem(asked.word(SectionWords.administration), Addresses.of(["admin"])),
            NavigationItem(asked.word(WebhookWords.title), Addresses.of(["admin", "webhooks"])),
        ] + (webhook.map { [NavigationItem($0.address, address($0.id))] } ?? [])
    }

    // MARK: One of them

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        asked.page(try page(asked, try WebhookAPI.webhook(asked)))
    }

    private static func page(
        _ asked: Asked, _ webhook: Webhook, _ notice: PageSection? = nil
    ) throws -> SectionPage {
        var page = SectionPage(title: webhook.address, state: tag(webhook, asked), path: path(asked))
        if let notice { page.sections.append(notice) }
        var rows = [
            SummaryRow(asked.word(WebhookWords.maker), .name(webhook.maker, nil)),
            SummaryRow(asked.word(WebhookWords.record), .text(String(webhook.cursor))),
        ]
        if webhook.off == nil, webhook.attempts > 0 {
            rows.append(SummaryRow(asked.word(WebhookWords.next), .text(asked.shown(webhook.due))))
        }
        page.sections.append(.summary(name: "webhook", heading: asked.word(WebhookWords.state), rows))
        let deliveries = try asked.site.store.deliveries(of: webhook.id)
        page.sections.append(
            deliveries.isEmpty
                ? .text([asked.word(WebhookWords.noDeliveries)]) : .table(table(deliveries, asked)))
        page.sections += [
            form("trial", WebhookWords.trial, webhook, asked),
            form("retry", WebhookWords.retry, webhook, asked),
            form("secret", WebhookWords.replace, webhook, asked, text: WebhookWords.replaceText),
            form("remove", WebhookWords.remove, webhook, asked),
        ]
        return page
    }

    private static func table(_ deliveries: [WebhookDelivery], _ asked: Asked) -> DataTable {
        DataTable(
            name: "deliveries", caption: asked.word(WebhookWords.deliveries),
            columns: [
                Column(asked.word(WebhookWords.at)), Column(asked.word(WebhookWords.record)),
                Column(asked.word(WebhookWords.attempt), figures: true), Column(asked.word(WebhookWords.outcome)),
            ],
            rows: deliveries.prefix(50).map { delivery in
                let record = delivery.record == 0 ? asked.word(WebhookWords.trialRecord) : String(delivery.record)
                return TableRow(
                    .text(asked.shown(delivery.at)),
                    [
                        .text(record), .text(FigureTexts.count(delivery.attempt, asked.language)),
                        .text(
                            delivery.status.map(String.init)
                                ?? asked.word(WebhookWords.failure(delivery.failure)).beginning),
                    ])
            }, language: asked.language)
    }

    private static func form(
        _ action: String, _ words: Words, _ webhook: Webhook, _ asked: Asked, text: Words? = nil
    ) -> PageSection {
        .form(
            SectionForm(
                name: action, heading: asked.word(words), text: text.map { [asked.word($0)] } ?? [],
                action: Addresses.of(["admin", "webhooks", webhook.id, action]), button: asked.word(words),
                isMain: false))
    }

    static let change: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let webhook = try WebhookAPI.webhook(asked)
        switch asked.part("action") {
        case "retry": try asked.site.store.retryWebhook(webhook.id, at: asked.site.clock())
        case "remove":
            try asked.site.store.removeWebhook(webhook.id)
            return .redirect(Addresses.of(["admin", "webhooks"], query: [(name: "done", value: "yes")]))
        case "secret":
            let secret = try asked.site.store.replaceSecret(of: webhook.id, at: asked.site.clock())
            return asked.page(secretPage(secret.shown.revealed, webhook, asked))
        case "trial":
            let outcome = try await asked.site.sending.running { try asked.site.webhooks.sendTrial(to: webhook) }
            return asked.page(try page(asked, webhook, notice(of: outcome, asked)))
        default: throw Problem.absent
        }
        return .redirect(address(webhook.id))
    }

    private static func notice(of outcome: OutgoingPost.Outcome, _ asked: Asked) -> PageSection {
        switch outcome {
        case .answered(let status):
            .notice(
                asked.word(status < 300 ? WebhookWords.arrived : WebhookWords.refused) + " \(status)",
                status < 300 ? .gain : .loss)
        case .failed(let failure):
            .notice(asked.word(WebhookWords.refused) + " " + asked.word(WebhookWords.failure(failure.rawValue)), .loss)
        }
    }
}
