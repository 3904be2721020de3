import Store
import Testing

@testable import Repatriation

/// Where and how people stand on a paper: above its heading, two in a row, with commas and edges of
/// their own.
@Suite struct PaperOrderTests {
    private func read(_ text: String, _ without: Set<HandoverList.Need> = []) throws -> HandoverList
    {
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
        "LUNA PAZ,ANA,05/13/1990,F,4", "LUNA PAZ,ANA,05/13/1990,,", "LUNA PAZ,ANA,,F,",
        "LUNA PAZ,ANA,,,4",
    ])
    func whoStandsAboveTheHeadingComesIn(_ row: String) throws {
        let list = try read(
            """
            REPATRIATION LIST 11/20/2026,,,,\n\(row)\nLAST NAME,FIRST \
            NAME,DOB,SEX,NO\nSOL,EVA,06/14/1991,F,5\n
            """
        )
        #expect(names(list) == ["LUNA|PAZ|ANA", "SOL|-|EVA"])
        #expect(list.rows.map(\.line) == [2, 4])
        #expect(list.titles.map(\.line) == [1])
        #expect(list.paperLines == 4)
    }

    @Test(arguments: [
        "REPATRIATION LIST 11/20/2026,,,,", "FIELD OFFICE,EL PASO,11/20/2026,,",
        "Flight,Azul,11/20/2026,M,",
        "Nogales,Sonora,11/20/2026,,", "LISTA DE,REPATRIADOS,,,52", "LUNA PAZ,,,F,", "LUNA,ANA,,,",
        ",,05/13/1990,F,4",
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

    @Test(arguments: [
        ("NAME,DOB,SEX,NO\n\"UNO, ANA / DOS, LUIS\",05/13/1990 / 06/14/2012,F/M,3\n", true),
        ("NAME,DOB,SEX,NO\n\"UNO, ANA; DOS, LUIS\",05/13/1990 / 06/14/2012,F/M,3\n", true),
        ("NAME,DOB,SEX,NO\n\"UNO, ANA\nDOS, LUIS\",\"05/13/1990\n06/14/2012\",F/M,3\n", true),
        (
            "LAST NAME,FIRST NAME,DOB,SEX,NO\nUNO / DOS,ANA / LUIS,05/13/1990 / 06/14/2012,F/M,3\n",
            true
        ),
        ("LAST NAME,FIRST NAME,DOB,SEX,NO\nUNO/DOS,ANA & LUIS,05/13/1990,F,3\n", false),
    ])
    func twoPeopleOfOneRowComeInAsTwo(_ text: String, _ haveFacts: Bool) throws {
        let list = try read(text)
        #expect(names(list) == ["UNO|-|ANA", "DOS|-|LUIS"])
        #expect(
            list.rows.map(\.person.birthDate?.text)
                == (haveFacts ? ["1990-05-13", "2012-06-14"] : [nil, nil]))
        #expect(list.rows.map(\.person.sex) == (haveFacts ? [.woman, .man] : [nil, nil]))
        // What is said once is known of neither, and asked of both.
        #expect(
            list.asked.map(\.field) == (haveFacts ? [] : ["birthDate", "sex", "birthDate", "sex"]))
        #expect(list.rows.map(\.person.listNumber) == [3, 3])
        #expect(list.doubled == [2] && list.rejected.isEmpty)
        #expect(list.told.map(\.what) == [.several, .several])
        #expect(list.paperLines == 2 && list.peopleLines == 1)
    }

    @Test(arguments: [
        "LAST NAME,FIRST NAME,DOB\nUNO / DOS,ANA,05/13/1990\n",
        "LAST NAME,FIRST NAME,DOB\nUNO,ANA/LUIS,05/13/1990\n",
        "LAST NAME,FIRST NAME,DOB\nUNO / DOS,ANA / LUIS / EVA,05/13/1990\n",
        "NAME,DOB\n\"UNO, ANA / LUIS\",05/13/1990\n", "NAME,DOB\nUNO ANA / DOS LUIS,05/13/1990\n",
        "LAST NAME,DOB\nUNO / DOS,05/13/1990\n",
    ])
    func aRowOfNobodyKnowsHowManyIsLookedAt(_ text: String) throws {
        let list = try read(text)
        #expect(list.rows.count == 1 && list.told.map(\.what) == [.several])
        let person = try #require(list.rows.first?.person)
        #expect(person.isUnidentified && person.description?.contains("UNO") == true)
        #expect(person.given == nil && person.firstSurname == nil)
        #expect(list.asked.map(\.field) == ["firstSurname"])
    }

    @Test(arguments: [
        ("LAST NAME,FIRST NAME,DOB\nD/AMICO,ANA,05/13/1990\n", "D/AMICO|-|ANA"),
        ("NAME,DOB\n\"D/AMICO, ANA\",05/13/1990\n", "D/AMICO|-|ANA"),
        ("LAST NAME,FIRST NAME,DOB\nLUNA,ANA S/A,05/13/1990\n", "LUNA|-|ANA S/A"),
        ("LAST NAME,FIRST NAME,DOB\nLUNA,N/A,05/13/1990\n", "LUNA|-|-"),
        ("NAME,DOB\nLUNA/ANA,05/13/1990\n", "LUNA|-|ANA"),
        ("NAME (LAST/FIRST),DOB\nLUNA PAZ/ANA MARIA,05/13/1990\n", "LUNA|PAZ|ANA MARIA"),
        ("NAME,DOB\n\"NAVA, ABEL / AKA LARA\",05/13/1990\n", "NAVA|-|ABEL"),
    ])
    func aSlashThatIsNoneMakesNobody(_ text: String, _ name: String) throws {
        let list = try read(text)
        #expect(names(list) == [name] && list.told.isEmpty)
    }

    @Test func aNameOverTwoLinesOfACellIsOnePerson() throws {
        let rows =
            "\"LUNA\nPAZ, ANA\",05/13/1990\n\"SOL, EVA\",06/14/1991\n\"MAR, LUZ\",06/14/1992\n"
        let list = try read("NAME,DOB\n" + rows)
        #expect(names(list) == ["LUNA|PAZ|ANA", "SOL|-|EVA", "MAR|-|LUZ"])
    }

    @Test func aSlashInEveryRowJoinsTwoSurnames() throws {
        let list = try read(
            "LAST NAME,FIRST NAME,DOB\nLUNA/PAZ,ANA,05/13/1990\nSOL/MAR,EVA,06/14/1991\n")
        #expect(names(list) == ["LUNA|PAZ|ANA", "SOL|MAR|EVA"])
        let whole = try read(
            "NAME,DOB\nLUNA PAZ/ANA MARIA,05/13/1990\nSOL MAR/EVA INES,06/14/1991\n")
        #expect(names(whole) == ["LUNA|PAZ|ANA MARIA", "SOL|MAR|EVA INES"])
    }

    @Test(arguments: [
        ("LAST NAME,FIRST NAME,DOB\n\"ALFA, LUNA\",,05/13/1990\n", "ALFA|-|LUNA"),
        ("LAST NAME,FIRST NAME,DOB\n\"ALFA, LUNA\",ANA,05/13/1990\n", "ALFA|LUNA|ANA"),
        ("LAST NAME,FIRST NAME,DOB\n\"ALFA, ANA\",ANA,05/13/1990\n", "ALFA|-|ANA"),
        ("LAST NAME,FIRST NAME,DOB\n,\"ALFA, LUNA\",05/13/1990\n", "ALFA|-|LUNA"),
        ("LAST NAME,FIRST NAME,DOB\nALFA,\"ANA, MARIA\",05/13/1990\n", "ALFA|-|ANA MARIA"),
        ("Primer apellido;Segundo apellido;Nombres;DOB\nALFA, LUNA;;;05/13/1990\n", "ALFA|-|LUNA"),
        (
            "Primer apellido;Segundo apellido;Nombres;DOB\nALFA, LUNA;;ANA;05/13/1990\n",
            "ALFA|LUNA|ANA"
        ),
    ])
    func aCommaUnderSurnamesIsSettledAndTold(_ text: String, _ name: String) throws {
        let list = try read(text)
        #expect(names(list) == [name])
        #expect(list.told.map(\.what) == [.comma])
    }

    @Test(arguments: [
        "CLAIMS TO BE 16", "STATES HE IS 17", "DICE TENER 17 AÑOS", "Dice ser menor",
        "POSSIBLE MINOR", "UAC", "JUV",
        "SAYS SHE'S 15", "17 AÑOS", "17YO", "17 Y/O, TRAVELS ALONE", "AGE 16 PER CONSULATE",
        "DICE TENER DIECISIETE AÑOS", "MOTHER SAYS HE IS 16", "CLAIMS 17", "POSIBLE MENOR",
        "UNDER 18", "8 MONTHS OLD",
        "16 años de edad",
    ])
    func remarksThatDoubtThatSomebodyIsOfAgeAreAChildsMark(_ remark: String) throws {
        let list = try read("LAST NAME,FIRST NAME,DOB,REMARKS\nLUNA,ANA,05/13/1990,\"\(remark)\"\n")
        #expect(list.rows.map(\.person.suggested) == [[.unaccompaniedChild]])
        #expect(list.rows.first?.person.notes == remark)
    }

    @Test(arguments: [
        "16 MONTHS", "16 años en EUA", "16 YEARS IN US", "LIVED 16 YEARS", "VIVIO 17 AÑOS",
        "TRAE HIJO DE 5 AÑOS",
        "DICE TENER 2 HIJOS", "CLAIMS 3 PRIOR ENTRIES", "CLAIMS TO BE 26", "HERMANO MENOR",
        "DELITO MENOR",
        "2 BAGS", "SENTENCED TO 12 YEARS", "DETAINED 17 DAYS", "DICE TENER 16 AÑOS EN EUA", "POD 4",
    ])
    func spansAndOthersAgesAreNoChildsMark(_ remark: String) throws {
        let list = try read("LAST NAME,FIRST NAME,DOB,REMARKS\nLUNA,ANA,05/13/1990,\(remark)\n")
        #expect(list.rows.map(\.person.suggested) == [[]])
        #expect(list.minors.isEmpty)
    }

    @Test(arguments: ["17", "17 YRS", "17 AÑOS", "AGE 17", "17.0", "17 y/o"])
    func anAgeWhereABirthDateBelongsIsAnAge(_ cell: String) throws {
        let list = try read("LAST NAME,FIRST NAME,DOB\nLUNA,ANA,\(cell)\nSOL,EVA,06/14/1991\n")
        let person = try #require(list.rows.first?.person)
        #expect(person.birthPrecision == .ageOnly && person.birthDate?.year == 2009)
        #expect(person.suggested == [.unaccompaniedChild] && list.minors == [2])
        #expect(person.notes == "Lista: edad \(cell)")
    }

    /// «19» may be a year of birth, and then it is a child's; «18 MONTHS» is no adult.
    @Test func anAgeThatMayBeAChildsSettlesNobodyAsAdult() throws {
        let list = try read(
            "LAST NAME,FIRST NAME,DOB\nLUNA,ANA,19\nSOL,EVA,45\nMAR,INES,18 MONTHS\nRIO,LUZ,08\n")
        #expect(list.rows.map(\.person.birthDate?.year) == [nil, 1981, 2025, nil])
        #expect(list.minors == [2, 4, 5])
        #expect(list.asked.map(\.text) == ["19", "08"])
        #expect(list.rows.allSatisfy { $0.person.suggested.isEmpty })
        let aged = try read("LAST NAME,FIRST NAME,AGE\nMAR,INES,18 MONTHS\n", [.birthDate])
        #expect(aged.minors == [2])
    }

    @Test(arguments: [
        "| NAME | DOB |\n|---|---|\n| LUNA, ANA | 05/13/1990 |\n| SOL, EVA | 06/14/1991 |\n",
        "| NAME | DOB |\n|:--|--:|\n| LUNA, ANA | 05/13/1990 |\n| SOL, EVA | 06/14/1991 |\n",
        """
        +------+-----+\n| NAME | DOB |\n+------+-----+\n| LUNA, ANA | 05/13/1990 |\n| SOL, EVA | \
        06/14/1991 |\n+--+--+\n
        """,
        "  | NAME | DOB |\n  |---|---|\n  | LUNA, ANA | 05/13/1990 |\n  | SOL, EVA | 06/14/1991\n",
    ])
    func aTableWithPipesAtItsEdgesIsRead(_ text: String) throws {
        let list = try read(text)
        #expect(names(list) == ["LUNA|-|ANA", "SOL|-|EVA"])
        #expect(list.rows.map(\.person.birthDate?.text) == ["1990-05-13", "1991-06-14"])
        #expect(list.told.isEmpty && list.unused.isEmpty)
        #expect(list.paperLines == text.split(separator: "\n").count)
    }
}
