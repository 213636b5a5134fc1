internal import Credentials
internal import HTML
internal import HTTPTypes
internal import Identity
internal import Pages
internal import Storage

/// A request as handlers see it: decoded once, with whoever asks.
struct Asked: Sendable {
    /// What the server serves.
    let site: Site
    /// The named parts of the path.
    let path: [String: String]
    /// The query.
    let query: FormFields
    /// The fields of its head.
    let headers: HTTPFields
    /// The form.
    let form: FormFields
    /// How pages look for him.
    let setting: AskedSetting
    /// From where.
    let place: Place
    /// The number of the request.
    let number: String
    /// The secret of the browser's session, whatever it is worth.
    let cookie: Secret<String>?
    /// The session, in whatever standing.
    let session: OpenedSession?
    /// Where one comes back to after giving a code.
    let back: String
    /// The file that came with the form, whole and kept.
    var upload: KeptUpload?
    /// What is in the table that came with the form, which is not kept.
    var table: BroughtTable?
    /// The body as it came, where the route takes JSON.
    var content = ""
    /// The same as a value, once it is known to be as it must be.
    var body = JSONValue.object([:])
    /// The digest of the request, where it is carried out once (``Idempotency``).
    var request: String?
    /// What an earlier sending of it, cut off in the middle, has recorded; nil where there was none.
    var earlier: [ChainRecord]?

    /// Whoever is signed in.
    var reader: Reader? { setting.reader }
    /// The language of the answer.
    var language: PageLanguage { setting.language }

    /// A named part of the path; the route has it.
    func part(_ name: String) -> String { path[name] ?? "" }

    /// A header.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// A page in his setting; its content alone where a page that is open asks for it again, with the tag by which it knows whether it
    /// has changed.
    func page(_ view: some PageView, status: Int = 200) -> Answer {
        guard query["part"] == LivePart.name else { return .page(view.page(site.setting(setting)), status: status) }
        var own = site.setting(setting)
        own.here = LivePart.without(own.here)
        let bytes = view.fragment(own)
        return Answer.page(bytes, status: status).with("ETag", EntityTag.of(bytes))
    }

    /// Words in his language.
    func word(_ words: Words) -> String { words[language] }
    /// Words in his language.
    func word(ru: String, en: String) -> String { language == .ru ? ru : en }
}
