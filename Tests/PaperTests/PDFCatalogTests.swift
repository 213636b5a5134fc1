import Testing

@testable import Paper

/// Files that are not laid out as the drawing library lays them out are refused in words, never mangled.
@Suite("The language of a document")
struct PDFCatalogTests {
    @Test(
        "a file of another layout is refused",
        arguments: [
            "", "%PDF-1.4", "startxref\n9", "trailer << /Root 1 0 R >> startxref\n0\n%%EOF",
            "xref\n0 2\ntrailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF",
            "xref\n0 2\n0000000000 65535 f \n0000009999 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF",
            "trailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R >>\nstartxref\n99999999999\n%%EOF",
        ])
    func refused(_ text: String) {
        #expect(throws: PaperFailure.unknownLayout) { try PDFCatalog(Array(text.utf8), language: "ru").updated() }
    }
}
