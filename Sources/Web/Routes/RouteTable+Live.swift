internal import HTTPTypes
internal import Pages

extension RouteTable {
    /// What an open page listens to.
    static let live: [Route] = [
        .signedIn(
            .get, "/feed", Words(ru: "Что изменилось, для открытой страницы", en: "What has changed, for an open page"),
            FeedHandler.show)
    ]
}
