// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled the same way: Swift 6, imports seen only by the file that names them, no warning left.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

#if arch(x86_64)
/// What goes over millions of values is compiled for processors of 2009 and later (SSE 4.2), or for the one that
/// STIMUL_PROCESSOR names: "x86-64-v3" for those of 2013 and later, "native" for this machine.
let processor = Context.environment["STIMUL_PROCESSOR"] ?? "x86-64-v2"
let overColumns = settings + [.unsafeFlags(["-Xcc", "-march=\(processor)"])]
#else
let overColumns = settings
#endif

let package = Package(
    name: "stimul",
    products: [
        .executable(name: "stimul", targets: ["stimul"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Each room may import the rooms above it, never one below.
        .target(name: "Quantities", swiftSettings: settings),
        .target(name: "Periods", swiftSettings: settings),
        // What is said to people, in both languages, and why a figure has no value.
        .target(name: "Messages", dependencies: ["Quantities", "Periods"], swiftSettings: settings),
        .target(name: "Formulas", dependencies: ["Messages", "Quantities", "Periods"], swiftSettings: settings),
        // Imports nothing, not even Foundation: the same input gives the same bits on every machine. Of libm it needs
        // rounding and square roots, which IEEE 754 prescribes to the last bit.
        .target(
            name: "Statistics", swiftSettings: settings,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        // Key account work: takes values and a day; knows neither tables nor a clock.
        .target(
            name: "Accounts", dependencies: ["Statistics", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        // The book of key accounts: from rows, whoever has them, to values of Accounts on a day.
        .target(
            name: "AccountRows", dependencies: ["Accounts", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        // Steps of key account work: from a book, a person and a day to the rows that are to be written, or why not.
        .target(
            name: "AccountSteps", dependencies: ["AccountRows", "Accounts", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        .target(
            name: "Company",
            dependencies: [
                "AccountRows", "Accounts", "Formulas", "Messages", "Quantities", "Periods",
                .product(name: "Yams", package: "Yams"),
            ],
            // The KPI cards and the kinds of key account work become part of the program: there is nothing to install
            // beside it.
            resources: [.embedInCode("Library/Cards"), .embedInCode("KeyAccounts/Kinds")],
            swiftSettings: overColumns),
        .target(
            name: "Calculation", dependencies: ["Company", "Formulas", "Messages", "Quantities", "Periods"],
            swiftSettings: overColumns),
        // The company now, followed change by change; knows nothing of how rows are kept.
        .target(
            name: "Live", dependencies: ["Calculation", "Company", "Statistics", "Messages", "Periods", "Quantities"],
            swiftSettings: settings),
        // Accounts, entries and how they move; knows nothing of how an award is calculated.
        .target(
            name: "Ledger", dependencies: ["Company", "Messages", "Quantities", "Periods"], swiftSettings: settings),
        // What of an award is free, held, deferred or advanced by a day.
        .target(
            name: "Vesting",
            dependencies: ["Ledger", "Calculation", "Company", "Formulas", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        .target(name: "Files", dependencies: ["Messages"], swiftSettings: settings),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // Workbooks as people have them, read row by row; knows nothing of what the rows mean.
        .target(
            name: "Importing", dependencies: ["CZip", "CXML", "Files", "Messages", "Periods"],
            swiftSettings: settings),
        // A company's tables as its text declares them, through what reads them however they are written.
        .target(name: "Intake", dependencies: ["Importing", "Company", "Messages"], swiftSettings: settings),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // Questions to a database, answered as tables of text; changes nothing there.
        .target(name: "PostgreSQL", dependencies: ["CPostgreSQL", "Messages"], swiftSettings: settings),
        .target(
            name: "Reports", dependencies: ["CXlsxWriter", "Files", "Messages", "Periods", "Quantities"],
            swiftSettings: settings),
        // Pages and drawings as values; import nothing but each other.
        .target(name: "HTML", swiftSettings: settings),
        .target(name: "Charts", dependencies: ["HTML"], swiftSettings: settings),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
        // Documents on paper as values, and how they become PDF; knows nothing of pay.
        .target(
            name: "Paper", dependencies: ["CPangoCairo", "Charts", "HTML", "Messages"], swiftSettings: settings),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(
            name: "Storage",
            dependencies: [
                "Files", "Ledger", "Company", "Messages", "Periods", "Quantities", "CSodium",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: overColumns),
        // Large tables and the lines laid out of them, kept as columns in a file beside the rows; never their only place.
        .target(
            name: "StoredColumns",
            dependencies: ["Storage", "Calculation", "Company", "Messages", "Periods", "Quantities", "CXXHash"],
            swiftSettings: overColumns),
        .systemLibrary(name: "COath", pkgConfig: "liboath", providers: [.apt(["liboath-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        // What proves who somebody is: no database, no network, time and randomness passed in.
        .target(
            name: "Credentials", dependencies: ["Periods", "CSodium", "COath", "CQREncode"], swiftSettings: settings),
        .target(
            name: "Payroll",
            dependencies: [
                "StoredColumns", "Storage", "Reports", "Vesting", "Ledger", "Calculation", "Company", "AccountSteps",
                "AccountRows", "Accounts", "Messages", "Quantities", "Periods",
            ],
            swiftSettings: settings),
        // Statements and approval sheets on paper and as workbooks: what Payroll says, as Paper and Reports draw it.
        .target(
            name: "Documents",
            dependencies: [
                "Paper", "Payroll", "Storage", "Reports", "Charts", "HTML", "Ledger", "Calculation", "Company",
                "Messages", "Quantities", "Periods",
            ],
            swiftSettings: settings),
        // Who signs in and what he may do.
        .target(
            name: "Identity",
            dependencies: [
                "Credentials", "Payroll", "Storage", "Messages", "Periods",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        // What is known of people at clients beyond their work; nothing that calculates or shows pay imports it.
        .target(
            name: "PersonalFacts",
            dependencies: [
                "AccountRows", "Accounts", "Credentials", "Storage", "Messages", "Periods",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Bodies that are sent to addresses of others, and to no machine that is none of theirs.
        .target(name: "OutgoingHTTP", dependencies: ["CCurl"], swiftSettings: settings),
        // What each page shows, as values, and how it looks; knows neither the company nor the network.
        .target(
            name: "Pages", dependencies: ["HTML", "Charts", "Quantities", "Periods"],
            resources: [.embedInCode("Script")], swiftSettings: settings),
        // The server: one table of routes, from which the router, rights, limits and documentation follow.
        .target(
            name: "Web",
            dependencies: [
                "Documents", "Paper", "Pages", "HTML", "Charts", "Identity", "Credentials", "OutgoingHTTP", "Live",
                "Payroll", "Reports", "StoredColumns", "Storage", "Ledger", "Intake", "Importing", "Files",
                "Statistics",
                "Calculation", "Company", "AccountSteps", "AccountRows", "Accounts", "Formulas", "Messages",
                "Quantities",
                "Periods",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "stimul",
            dependencies: [
                "Web", "Documents", "Paper", "Identity", "Credentials", "Payroll", "Live", "StoredColumns", "Storage",
                "Reports",
                "PostgreSQL",
                "Intake", "Importing", "Files", "Vesting", "Ledger", "Calculation", "Company", "AccountSteps",
                "AccountRows", "Accounts", "PersonalFacts", "Formulas", "Messages", "Quantities", "Periods", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(name: "Samples", dependencies: ["Periods"], swiftSettings: settings),
        .executableTarget(
            name: "measure",
            dependencies: [
                "AccountRows", "Accounts", "Samples", "Live", "Storage", "Calculation", "Company", "Messages",
                "Quantities", "Periods",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "workbook", dependencies: ["Importing", "Messages", "Periods"], swiftSettings: settings),
        // What the framework of the server costs by itself, for scripts/bench-web.
        .executableTarget(
            name: "bare",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: settings),
        .executableTarget(name: "generate", dependencies: ["Samples"], swiftSettings: settings),
        // Runs programs for tests.
        .target(name: "TestPrograms", path: "Tests/TestPrograms", swiftSettings: settings),
        .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "Samples"], swiftSettings: settings),
        .testTarget(name: "PeriodsTests", dependencies: ["Periods", "Samples"], swiftSettings: settings),
        .testTarget(
            name: "FormulasTests", dependencies: ["Formulas", "Messages", "Quantities", "Periods", "Samples"],
            swiftSettings: settings),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Reference"], swiftSettings: settings),
        .testTarget(
            name: "AccountsTests", dependencies: ["Accounts", "Statistics", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        .testTarget(
            name: "AccountRowsTests",
            dependencies: [
                "AccountRows", "Accounts", "Calculation", "Company", "Messages", "Quantities", "Periods", "Samples",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "AccountStepsTests",
            dependencies: [
                "AccountSteps", "AccountRows", "Accounts", "Payroll", "Storage", "Calculation", "Company", "Messages",
                "Quantities", "Periods",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CompanyTests",
            dependencies: ["Company", "Formulas", "Messages", "Quantities", "Periods", "Samples"],
            swiftSettings: settings),
        .testTarget(
            name: "CalculationTests",
            dependencies: [
                "Live", "Vesting", "Ledger", "Calculation", "Company", "Formulas", "Messages", "Quantities", "Periods",
                "Samples",
            ],
            exclude: ["Peers/README.md", "Peers/cases.json", "Peers/Plans", "Peers/Runs"],
            swiftSettings: settings),
        .testTarget(
            name: "LiveTests", dependencies: ["Live", "Calculation", "Company", "Messages", "Quantities", "Periods"],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Vesting", "Ledger", "Calculation", "Company", "Messages", "Quantities", "Periods", "Samples",
            ],
            exclude: ["Peers/README.md", "Peers/cases.json"],
            swiftSettings: settings),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Messages"], swiftSettings: settings),
        .systemLibrary(name: "CFreeXL", pkgConfig: "freexl", providers: [.apt(["libfreexl-dev"])]),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "Importing", "Intake", "Company", "CFreeXL", "CZip", "Files", "Messages", "Periods", "Samples",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PostgreSQLTests", dependencies: ["PostgreSQL", "Messages", "TestPrograms"], swiftSettings: settings),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Messages", "Periods", "Quantities", "TestPrograms"],
            swiftSettings: settings),
        .testTarget(
            name: "HTMLTests", dependencies: ["HTML", "Samples"], exclude: ["Reference"], swiftSettings: settings),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "HTML", "Samples"], swiftSettings: settings),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "Files", "Ledger", "Calculation", "Company", "Messages", "Periods", "Quantities", "Samples",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "StoredColumnsTests",
            dependencies: [
                "StoredColumns", "Storage", "Calculation", "Company", "Messages", "Periods", "Quantities", "Samples",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PayrollTests",
            dependencies: [
                "Payroll", "StoredColumns", "Storage", "Vesting", "Ledger", "Calculation", "Company", "Messages",
                "Quantities", "Periods", "Samples", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Credentials"], swiftSettings: settings),
        .testTarget(
            name: "IdentityTests",
            dependencies: [
                "Identity", "Credentials", "Payroll", "Storage", "Messages", "Periods",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PersonalFactsTests",
            dependencies: [
                "PersonalFacts", "AccountRows", "Accounts", "Credentials", "Storage", "Messages", "Periods",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PaperTests", dependencies: ["Paper", "Charts", "HTML", "TestPrograms"], swiftSettings: settings),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "Documents", "Paper", "Payroll", "Storage", "Reports", "Company", "Messages", "Quantities", "Periods",
                "TestPrograms",
            ],
            swiftSettings: settings),
        .testTarget(name: "OutgoingHTTPTests", dependencies: ["OutgoingHTTP"], swiftSettings: settings),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "HTML"], swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Pages", "HTML", "Identity", "Credentials", "OutgoingHTTP", "Live", "Payroll", "Ledger",
                "Storage",
                "Calculation", "Company", "AccountRows", "Accounts", "Messages", "Quantities", "Periods",
                "TestPrograms", "CZip",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Intake", "Importing", "Calculation", "Company", "Reports", "Messages", "Periods", "Quantities",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "StimulTests",
            dependencies: [
                "stimul", "Samples", "Web", "Payroll", "Storage", "Reports", "Company", "Messages", "Periods",
                "Quantities", "TestPrograms",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SamplesTests", dependencies: ["Samples", "Periods"], swiftSettings: settings),
    ]
)
