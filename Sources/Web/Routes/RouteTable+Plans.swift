internal import HTTPTypes
internal import Pages
internal import Payroll

extension RouteTable {
    /// Plans, their drafts and versions.
    static let plans: [Route] = [
        .ownOrAll(.readPlans, .get, "/plans", PlanWords.plans, PlanHandler.list),
        .ownOrAll(
            .readPlans, .get, "/plans/{plan}", Words(ru: "Правила плана", en: "The policy of a plan"),
            PlanHandler.policy),
        .ownOrAll(
            .readPlans, .get, "/plans/{plan}/text", Words(ru: "Текст плана", en: "The text of a plan"), PlanHandler.text
        ),
        .ownOrAll(
            .readPlans, .get, "/plans/{plan}/versions", Words(ru: "Версии плана", en: "The versions of a plan"),
            VersionHandler.show),
        .signedIn(
            .post, "/plans/{plan}/acknowledgements",
            Words(ru: "Подтвердить ознакомление", en: "Acknowledge a plan"), body: .short, PlanHandler.acknowledge),
        .right(
            [.writePlans], .get, "/plans/{plan}/edit", Words(ru: "Черновик плана", en: "The draft of a plan"),
            DraftHandler.edit),
        .right(
            [.writePlans], .post, "/plans/{plan}/draft", DraftWords.check, body: .text, DraftHandler.save),
        .right([.writePlans], .post, "/plans/{plan}/drop", DraftWords.drop, body: .short, DraftHandler.drop),
        .right(
            [.writePlans, .approvePlans], .get, "/plans/{plan}/effect",
            Words(ru: "Последствия черновика", en: "What a draft changes"), EffectHandler.show),
        .right(
            [.writePlans, .approvePlans], .post, "/plans/{plan}/back-test",
            Words(ru: "Сравнить на прошлых периодах", en: "Back-test a draft"), body: .short, EffectHandler.backTest),
        .right(
            [.approvePlans], .get, "/plans/{plan}/approve", DraftWords.approve, isFresh: true,
            PlanApprovalHandler.check),
        .right(
            [.approvePlans], .post, "/plans/{plan}/approve", DraftWords.approve, body: .short, isFresh: true,
            PlanApprovalHandler.approve),
    ]
}
