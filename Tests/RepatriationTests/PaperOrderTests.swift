import Store
import Testing

@testable import Repatriation

/// Where and how people stand on a paper: above its heading, two in a row, with commas and edges of their own.
@Suite struct PaperOrderTests {
    private func read(_ text: String, _ without: Set<HandoverList.Need> = []) throws -> HandoverList {
        var options = HandoverList.Options()
        options.without = without
        let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
        return try HandoverList([UInt8](text.utf8), day: day, options)
    }

    private func names(_ list: HandoverList) -> [String] {
        list.rows.map { row in
            [row.person.firstSurname, row.person.secondSurname, row.person.given].map { $0 ?? "-" }
                .joined(separator: "|")
        }
    }

    @Test(arguments: [
        "LUNA PAZ,ANA,05/13/1990,F,4", "LUNA PAZ,ANA,05/13/1990,,", "LUNA PAZ,ANA,,F,", "LUNA PAZ,ANA,,,4",
    ])
    func whoStandsAboveTheHeadingComesIn(_ row: String) throws {
        let list = try read(
            "REPATRIATION LIST 11/20/2026,,,,\n\(row)\nLAST NAME,FIRST NAME,DOB,SEX,NO\nSOL,EVA,06/14/1991,F,5\n")
        #expect(names(list) == ["LUNA|PAZ|ANA", "SOL|-|EVA"])
        #expect(list.rows.map(\.line) == [2, 4])
        #expect(list.titles.map(\.line) == [1])
        #expect(list.paperLines == 4)
    }

    @Test(arguments: [
        "REPATRIATION LIST 11/20/2026,,,,", "FIELD OFFICE,EL PASO,11/20/2026,,", "Flight,Azul,11/20/2026,M,",
        "Nogales,Sonora,11/20/2026,,", "LISTA DE,REPATRIADOS,,,52", "LUNA PAZ,,,F,", "LUNA,ANA,,,", ",,05/13/1990,F,4",
        "PREPARED BY,R. LUNA,05/13/1990,F,4",
    ])
    func aTitleAboveTheHeadingStaysOne(_ row: String) throws {
        let list = try read("\(row)\nLAST NAME,FIRST NAME,DOB,SEX,NO\nSOL,EVA,06/14/1991,F,5\n")
        #expect(names(list) == ["SOL|-|EVA"])
        #expect(list.titles.map(\.line) == [1])
    }

    @Test func aWholeNameAboveTheHeadingComesIn() throws {
        let list = try read("\"LUNA, ANA\",05/13/1990\nNAME,DOB\n\"SOL, EVA\",06/14/1991\n")
        #expect(names(list) == ["LUNA|-|ANA", "SOL|-|EVA"])
        let spaced = """
            LUNA          ANA         05/13/1990
            LAST NAME     FIRST NAME  DOB
            SOL           EVA         06/14/1991
            """
        #expect(names(try read(spaced)) == ["LUNA|-|ANA", "SOL|-|EVA"])
    }
}
