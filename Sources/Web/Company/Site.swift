internal import Company
internal import Credentials
internal import HTML
internal import Identity
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage
internal import Synchronization

/// Everything that handlers work with.
final class Site: Sendable {
    /// How the server was started.
    let options: WebOptions
    /// The company.
    let company: CompanyNow
    /// Who signs in.
    let accounts: Accounts
    /// Who may what.
    let grants: Grants
    /// What everybody earns now.
    let live: LiveFigures
    /// Answers that are as good as new.
    let answers = KnownAnswers()
    /// The book of key accounts.
    let books: AccountBooks
    /// The companies that were asked about.
    let asked = AskedCompanies()
    /// Who listens to what happens.
    let feed: Feed
    /// Forecasts that were made of late.
    let outlooks = Outlooks()
    /// Deals that are supposed, for which the company is calculated anew.
    let supposedDeals: SupposedDeals
    /// Jobs that go on, by number.
    let running = RunningJobs()
    /// Calculations that go on.
    let calculations: Calculations
    /// Other work of programs.
    let aside: AsideWork
    /// Drafts of plans that are tried on past periods.
    let backTests: BackTests
    /// Who has sold and is paid nothing, by run.
    let unpaidSellers: UnpaidSellers
    /// Why runs differ.
    let differences: RunDifferences
    /// Puts a file of the company's text into its folder if that still holds what it held; nil where nothing may be written.
    let replaceText: TextReplacing?
    /// Files that people have brought.
    let uploads: UploadStore
    /// Work on them.
    let imports: ImportDesk
    /// Forms that were sent.
    let keys: OnceKeys
    /// What is remembered from one request to another.
    let store: ServerStore
    /// Keys of authenticators that are being set up, by session.
    let enrolments = Mutex<[String: (key: TOTPKey, at: Instant)]>([:])
    /// Who asks too often.
    let limits: RateLimits
    /// What is counted.
    let metrics = Metrics()
    /// The time.
    let clock: @Sendable () -> Instant
    /// Threads for reading.
    let reading = WaitingThreads(4)
    /// Threads for writing, which may wait for another process.
    let writing = WaitingThreads(2)
    /// The thread of calculations.
    let calculating: WaitingThreads
    /// Seals what is handed out and taken back: where lists go on.
    let seal: TextSeal
    /// The threads on which others are told what happens, who may be slow to answer.
    let sending = WaitingThreads(2)
    /// Tells others what happens.
    let webhooks: WebhookSender
    /// The key that statements are signed with, if there is one.
    let signingKey: @Sendable () throws -> SigningKey?
    private let stopping = Mutex(false)

    init(
        _ options: WebOptions, company: CompanyNow, accounts: Accounts, store: ServerStore,
        clock: @escaping @Sendable () -> Instant,
        signingKey: @escaping @Sendable () throws -> SigningKey?, replaceText: TextReplacing? = nil
    ) {
        self.signingKey = signingKey
        self.replaceText = replaceText
        self.options = options
        self.company = company
        self.accounts = accounts
        self.store = store
        self.clock = clock
        keys = OnceKeys(store, clock: clock)
        webhooks = WebhookSender(
            store: store, workspace: company.workspace, clock: clock, options: options.webhooks)
        // Without a kept key, lists that were begun end with the server.
        seal = TextSeal((try? store.secret("seal")) ?? Randomness.system.bytes(32))
        grants = Grants(in: company.workspace)
        calculating = WaitingThreads(1)
        supposedDeals = SupposedDeals(calculating, clock: clock)
        // Rows are followed while a period is calculated too.
        books = AccountBooks()
        live = LiveFigures(WaitingThreads(1), clock: clock)
        let feed = Feed(now: clock())
        self.feed = feed
        calculations = Calculations(calculating, store, running, clock: clock)
        aside = AsideWork(calculating, store, running, clock: clock)
        backTests = BackTests(calculating, clock: clock)
        differences = RunDifferences(calculating, clock: clock)
        unpaidSellers = UnpaidSellers(asked, calculating)
        limits = RateLimits(options.limits, clock: clock)
        live.tell { news in
            let sight = FeedSight(company: news.model)
            // Whoever has read that figures are being calculated is told when they are there, whatever has moved.
            feed.tell(news.isAnew ? nil : sight.byPeriod(news.moves), head: news.head) {
                sight.seen(by: $0, of: $1, in: $2)
            }
        }
        uploads = UploadStore(in: company.folder + "/.stimul/uploads", clock: clock)
        imports = ImportDesk(uploads, company, calculating, clock: clock)
    }

    /// Whether the server is about to end.
    var isStopping: Bool {
        get { stopping.withLock { $0 } }
        set { stopping.withLock { $0 = newValue } }
    }

    /// What a user may do today; roles are kept under the chain, so its last record tells whether they are as they were.
    func rights(of user: UserID) throws -> Rights {
        let state = RightsState(record: try company.version().record, day: today)
        if let known = rights.withLock({ $0.state == state ? $0.known[user] : nil }) { return known }
        let read = try grants.rights(of: user, on: state.day)
        rights.withLock { rights in
            if rights.state != state { rights = (state, [:]) }
            rights.known[user] = read
        }
        return read
    }

    private struct RightsState: Hashable {
        let record: Int64
        let day: CivilDay
    }

    private let rights = Mutex<(state: RightsState?, known: [UserID: Rights])>((nil, [:]))

    /// The day of now, in UTC.
    var today: CivilDay { CivilDay(number: Int32(clock().seconds / 86_400)) }

    /// The pay period of today.
    func currentPeriod(_ company: CompanyModel) -> Period? {
        company.calendar.period(company.ledgerRules.period, containing: today)
    }

    /// What surrounds a page.
    func setting(_ asked: AskedSetting) -> PageSetting {
        let language = asked.language
        let company = try? company.cycle().reference()
        let name = company?.name[language] ?? "Stimul"
        var setting = PageSetting(
            language: language, theme: asked.theme, site: name, note: "Stimul", formToken: asked.formToken,
            here: asked.here, styles: Assets.stylesheetAddress)
        guard let reader = asked.reader else { return setting }
        setting.modules = [Assets.scriptAddress]
        setting.sections = sections(of: reader, asked)
        setting.account = NavigationItem(
            company?.people.number(of: reader.person).map { company?.people.title($0)[language] ?? "" }
                ?? reader.person,
            Addresses.of(["account"]), isCurrent: asked.here.hasPrefix("/account"))
        return setting
    }

    /// The pages that stand beside the list of key accounts.
    private static let besideAccounts = ["radar", "rounds", "meetings", "suggestions", "learning", "steps"]

    /// The sections that somebody has.
    private func sections(of reader: Reader, _ asked: AskedSetting) -> [NavigationItem] {
        var items: [(words: Words, part: String)] = [(PayWords.mine, "pay")]
        items += books.sections(of: reader, company, on: today)
        if let reach = reader.rights[.seePay], reach >= .team { items.append((SectionWords.team, "team")) }
        if reader.mayAll(.seePay) { items.append((SectionWords.periods, "periods")) }
        if reader.rights[.readPlans] != nil { items.append((PlanWords.plans, "plans")) }
        if reader.mayAll(.importRows) { items.append((DataWords.data, "data")) }
        if reader.rights[.openDispute] != nil || reader.rights[.answerDispute] != nil {
            items.append((SectionWords.disputes, "disputes"))
        }
        if reader.rights[.readLedger] != nil { items.append((SectionWords.ledger, "ledger")) }
        if reader.mayAll(.checkRecords) || reader.mayAll(.readLedger) { items.append((SectionWords.audit, "audit")) }
        if reader.mayAll(.grantRights) { items.append((SectionWords.administration, "admin")) }
        items.append((SectionWords.find, "find"))
        return items.map { words, part in
            let isCurrent = ([part] + (part == "accounts" ? Self.besideAccounts : [])).contains { part in
                asked.here == "/\(part)" || asked.here.hasPrefix("/\(part)/") || asked.here.hasPrefix("/\(part)?")
            }
            return NavigationItem(words[asked.language], Addresses.of([part]), isCurrent: isCurrent)
        }
    }
}
