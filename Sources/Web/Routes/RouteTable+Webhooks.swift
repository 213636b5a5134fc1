internal import HTTPTypes
internal import Pages
internal import Payroll
internal import Storage

/// The routes of those who are told what happens: pages and programs.
extension RouteTable {
    static let webhooks: [Route] = pagesOfWebhooks + programsOfWebhooks

    private static let pagesOfWebhooks: [Route] = [
        .right([.grantRights], .get, "/admin/webhooks", WebhookWords.title, WebhookHandler.list),
        .right(
            [.grantRights], .post, "/admin/webhooks", WebhookWords.add, body: .short, isFresh: true,
            WebhookHandler.add),
        .right(
            [.grantRights], .get, "/admin/webhooks/{webhook}", Words(ru: "Вебхук", en: "A webhook"),
            WebhookHandler.show),
        .right(
            [.grantRights], .post, "/admin/webhooks/{webhook}/{action}",
            Words(ru: "Изменить вебхук", en: "Change a webhook"), body: .short, isFresh: true, WebhookHandler.change),
    ]

    private static let programsOfWebhooks: [Route] = [
        .program(
            [.grantRights], .get, "/webhooks", WebhookWords.title,
            .reading(.object([.member("webhooks", .list(.named(.webhook)))])), WebhookAPI.list),
        .program(
            [.grantRights], .post, "/webhooks", WebhookWords.add,
            taking(
                [.member("address", .text(1...2_000))], APIAnswer(201, .named(.webhook), hasLocation: true), [409]),
            WebhookAPI.make),
        .program(
            [.grantRights], .get, "/webhooks/{webhook}", Words(ru: "Вебхук", en: "A webhook"),
            .reading(.named(.webhook), refusals: [404]), WebhookAPI.show),
        .program(
            [.grantRights], .delete, "/webhooks/{webhook}", WebhookWords.remove,
            APIOperation(answers: [APIAnswer(204, nil)], refusals: [404], rate: .writing), WebhookAPI.remove),
        .program(
            [.grantRights], .get, "/webhooks/{webhook}/deliveries", WebhookWords.deliveries,
            .reading(
                .object([
                    .member(
                        "deliveries",
                        .list(
                            .object([
                                .member("number", .whole(1...Int64.max)), .member("record", .whole(0...Int64.max)),
                                .member("attempt", .whole(1...100)), .member("at", .text(20...20, .instant)),
                                .optional("status", .whole(100...999)), .optional("failure", .text()),
                            ])))
                ]), refusals: [404]), WebhookAPI.deliveries),
        .program(
            [.grantRights], .post, "/webhooks/{webhook}/retry", WebhookWords.retry,
            taking([], APIAnswer(200, .named(.webhook))), WebhookAPI.retry),
        .program(
            [.grantRights], .post, "/webhooks/{webhook}/trial", WebhookWords.trial,
            taking(
                [],
                APIAnswer(
                    200, .object([.optional("status", .whole(100...999)), .optional("failure", .text())]))),
            WebhookAPI.trial),
        .program(
            [.grantRights], .post, "/webhooks/{webhook}/secret", WebhookWords.replace,
            taking([], APIAnswer(200, .named(.webhook))), WebhookAPI.replaceSecret),
    ]

    private static func taking(
        _ members: [JSONSchema.Member], _ answer: APIAnswer, _ refusals: Set<Int> = []
    ) -> APIOperation {
        APIOperation(
            request: .object(members), answers: [answer], refusals: refusals.union([404]), takesKey: true,
            rate: .money)
    }
}
