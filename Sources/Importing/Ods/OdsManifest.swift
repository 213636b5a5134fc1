/// The part of an `.ods` that lists the others (OpenDocument 1.3 Part 2, 4), which says whether they are encrypted.
final class OdsManifest: XMLListener {
    enum Element: String, CaseIterable {
        case encryption = "manifest:encryption-data"
    }

    /// Refuses a workbook that needs a password.
    static func check(_ archive: ZipArchive) throws {
        let name = "META-INF/manifest.xml"
        if archive.has(name) { try XMLDocument.read(archive.part(name), to: OdsManifest()) }
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        if element == .encryption { throw WorkbookFault.encrypted }
    }

    func end(_ element: Element?) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
