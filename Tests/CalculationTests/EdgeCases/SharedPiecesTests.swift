import Testing

@Suite("Pieces of a shared sale")
struct SharedPiecesTests {
    @Test("three boxes shared half and half are one and a half boxes each, and three together")
    func halves() throws {
        let company = try TestCompany(
            staff: "anna boris",
            """
            events:
              sale: {fields: {date: day, seller: person, boxes: pieces}, credit: "split(share, sale.seller)"}
            splits: {share: {of: sale}}
            metrics:
              boxes: {unit: pieces, value: sum(sale.boxes)}
              of_unit: {unit: pieces, value: unit(boxes)}
            """,
            [
                "sale.csv": "id,date,seller,boxes\n1,2026-01-10,anna,3\n2,2026-01-11,boris,4\n",
                "share.csv": "sale,person,share\n1,anna,50%\n1,boris,50%\n",
            ])
        #expect(try company.figure("boxes", of: "anna", "2026-01") == "1.5 pcs")
        #expect(try company.figure("boxes", of: "boris", "2026-01") == "5.5 pcs")
        #expect(try company.figure("of_unit", of: "anna", "2026-01") == "7 pcs")
    }
}
