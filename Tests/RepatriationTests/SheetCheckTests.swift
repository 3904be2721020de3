import Store
import Testing

@testable import Repatriation

/// Somebody's sheet of events: what does not foot in it is found, and nothing else.
@Suite struct SheetCheckTests {
    private static let today = CivilDate(year: 2026, month: 11, day: 30)

    private func sheet(_ text: String) throws -> EventSheet {
        let today = try #require(Self.today)
        return try EventSheet(Array(text.utf8), today: today, convert: CodePages.convert)
    }

    private func findings(_ text: String) throws -> [SheetFinding] { try sheet(text).findings }

    private func refusal(_ text: String) -> EventSheetFailure? {
        do throws(EventSheetFailure) {
            _ = try EventSheet(Array(text.utf8), today: Self.today ?? CivilDate(daysSinceEpoch: 0))
            return nil
        } catch { return error }
    }

    /// Published figures by month and office: men, women, boys, girls, accompanied, unaccompanied,
    /// total as printed.
    private static let quarter = """
        oct,BC,1919,523,330,222,408,145,2994
        oct,CHIH,562,285,485,120,212,397,1452
        oct,COAH,1002,136,107,20,37,90,1265
        oct,MEX(AIFA),1773,602,54,52,106,0,2481
        oct,SON,4147,1664,668,518,1021,163,6997
        oct,TAMPS,3236,359,351,59,102,308,4005
        nov,BC,2103,535,266,152,298,121,3056
        nov,CHIH,679,299,405,114,154,366,1497
        nov,COAH,566,63,97,19,25,91,745
        nov,MEX(AIFA),1461,489,45,42,87,0,2037
        nov,SON,3135,1274,614,454,894,172,5477
        nov,TAMPS,3424,484,335,39,89,286,4282
        dic,BC,2192,583,255,127,251,131,3157
        dic,CHIH,918,220,337,82,114,304,1558
        dic,COAH,386,42,75,7,16,66,509
        dic,MEX(AIFA),2197,770,59,50,109,0,3076
        dic,SON,1873,775,443,282,596,128,3373
        dic,TAMPS,3263,473,286,47,94,239,4069
        """

    private static let quarterHead =
        "MES,O.R.,ADULTOS HOMBRES,ADULTOS MUJERES,NIÑOS,NIÑAS,ACOMPAÑADOS,NO ACOMPAÑADOS,TOTAL\n"

    /// Every office-month that breaks a sum is named by its line with its difference, and no other:
    /// compared with every row added up here.
    @Test func eachOfficeMonthThatBreaksASumIsFound() throws {
        let lines = Self.quarter.split(separator: "\n")
        var broken: [Int: [Int]] = [:]
        for (index, line) in lines.enumerated() {
            let n = line.split(separator: ",").dropFirst(2).compactMap { Int($0) }
            try #require(n.count == 7)
            let all = n[6] - (n[0] + n[1] + n[2] + n[3])
            let company = n[2] + n[3] - (n[4] + n[5])
            let differences = [all, company].filter { $0 != 0 }
            if !differences.isEmpty { broken[index + 2] = differences }
        }
        let found = try findings(Self.quarterHead + Self.quarter)
        #expect(!broken.isEmpty && broken.count < lines.count)
        #expect(found.allSatisfy { $0.rule == .sum })
        let byLine = Dictionary(grouping: found, by: \.line).mapValues { $0.map(\.difference) }
        #expect(byLine == broken.mapValues { $0.map(Optional.some) })
    }

    /// Sums of a month, of an office and of everything, whichever cells beside them are joined.
    @Test func rowsThatAddUpOthersAreChecked() throws {
        let text = """
            MES,O.R.,ADULTOS,MENORES,TOTAL
            OCTUBRE,SONORA,10,2,12
            ,CHIHUAHUA,5,-,5
            ,TOTAL,15,2,17
            NOVIEMBRE,SONORA,1,1,2
            NOVIEMBRE,TOTAL,1,1,2
            TOTAL SONORA,,11,3,14
            ,TOTAL GENERAL,16,3,19
            TOTAL,,16,3,20
            """
        let found = try findings(text)
        #expect(found.map(\.line) == [9, 9])
        #expect(found.map(\.difference) == [1, 1])
        #expect(found.last?.fault == .column("TOTAL", said: 20, sum: 19))
    }

    static let daily = """
        BASE DE REPATRIADOS,,,,,,,,,,,,
        DIA,O.R.,PUNTO_REPATRIACION,MODALIDAD,MEXICANOS REPATRAIDOS,ADULTOS HOMBRES,ADULTOS MUJERES,TOTAL ADULTOS,MENORES HOMBRES,MENORES MUJERES,TOTAL MENORES,ACOMPANADOS,NO_ACOMPAÑADOS
        01/10/2024,O.R. BAJA CALIFORNIA,EL CHAPARRAL,TERRESTRE,"1,103",900,100,"1,000",60,43,103,100,3
        ,,,AEREA,-,-,-,-,-,-,-,-,-
        45567,O.R. SONORA,GARITA NOGALES I,TERRESTRE,3,2,-,2,1,-,1,-,1
        2/10/2024,,SAN LUIS RIO COLORADO,TERRESTRE,2,2,,2,,,,,
        03/10/2024,SONORA,GARITA NOGALES I,TERRESTRE,1,1,0,1,0,0,0,0,0
        Fuente: hoja diaria
        """

    /// Capitals without accents, «O.R.», «-», serial numbers among dates, a slip in a heading,
    /// joined cells, commas between thousands, a title and a note: nothing is found in it.
    @Test func theHabitsOfRealSheetsAreRead() throws {
        let sheet = try sheet(Self.daily)
        #expect(sheet.findings.isEmpty, "\(sheet.findings)")
        #expect(sheet.rows.count == 5 && sheet.rows[0].counts[4] == 1103)
        #expect(
            Set(sheet.rows.compactMap { $0.day?.text }) == [
                "2024-10-01", "2024-10-02", "2024-10-03",
            ])
        #expect(sheet.rows[1].office == "O.R. BAJA CALIFORNIA")
        for mark in [";", "\t"] {
            let other = Self.daily.split(separator: "\n").map { line in
                line.replacing("\"1,103\"", with: "1103").replacing("\"1,000\"", with: "1000")
                    .replacing(",", with: mark)
            }
            #expect(try findings(other.joined(separator: "\n")).isEmpty, "\(mark)")
        }
    }

    /// Any count of a row changed breaks the sums that it is part of, in that line alone; what is
    /// found there tells by how many.
    @Test func anyCellThatIsChangedIsFound() throws {
        let lines = Self.daily.replacing("\"1,103\"", with: "1103")
            .replacing("\"1,000\"", with: "1000").split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() where (2...6).contains(index) {
            for column in 4...12 {
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init)
                cells[column] = String((Int(cells[column]) ?? 0) + 7)
                var changed = lines
                changed[index] = cells.joined(separator: ",")
                let found = try findings(changed.joined(separator: "\n"))
                #expect(!found.isEmpty, "\(index) \(column)")
                #expect(found.allSatisfy { $0.line == index + 1 && $0.rule == .sum })
                #expect(found.allSatisfy { abs($0.difference ?? 0) == 7 })
            }
        }
    }

    @Test func missingDaysUnknownOfficesAndRowsThatStandTwiceAreNamed() throws {
        let text = """
            DIA,O.R.,PUNTO,MODALIDAD,TOTAL,ADULTOS,MENORES
            01/10/2024,SONORA,NOGALES,TERRESTRE,1,1,0
            01/10/2024,O.R. Sonora,Nogáles,terrestre,1,1,0
            02/10/2024,SONORA NORTE,NOGALES,TERRESTRE,1,1,0
            04/10/2024,SONORA,NOGALES,TERRESTRE,1,1,0
            08/10/2024,SONORA,NOGALES,TERRESTRE,1,1,0
            """
        let found = try findings(text)
        #expect(found.map(\.line) == [3, 4, 5, 6])
        #expect(found.map(\.rule) == [.duplicate, .unknownOffice, .missingDay, .missingDay])
        #expect(
            found.map(\.cells) == [
                ["DIA", "O.R.", "PUNTO", "MODALIDAD"], ["SONORA NORTE"], ["2024-10-03"],
                ["2024-10-05", "2024-10-07"],
            ])
        #expect(found.map(\.difference) == [nil, nil, 1, 3])
    }

    /// What is not recognised is refused, with every cell that was not understood.
    @Test func nothingIsGuessed() throws {
        #expect(refusal("a,b,c\n1,2,3\n") == .heading)
        #expect(refusal("") == .heading)
        let head = "DIA,O.R.,TOTAL,ADULTOS,MENORES"
        #expect(refusal("\(head),LGBTIQ+\n01/10/2024,SONORA,1,1,0,0") == .unknownHeading("LGBTIQ+"))
        #expect(refusal("\(head),TOTAL\n01/10/2024,SONORA,1,1,0,1") == .repeatedHeading("TOTAL"))
        #expect(refusal(head + "\n") == .empty)
        let mixed = "\(head)\n13/10/2024,SONORA,1,1,0\n10/14/2024,SONORA,1,1,0"
        #expect(refusal(mixed) == .dateOrder)
        let cells = refusal("\(head)\nayer,SONORA,1.234,1,cuatro")
        guard case .cells(let named) = cells else {
            Issue.record("\(String(describing: cells))")
            return
        }
        #expect(Set(named.map(\.words)) == ["ayer", "1.234", "cuatro"])
        #expect(named.allSatisfy { $0.line == 2 })
        #expect(refusal("\(head)\n01/10/2024,SONORA,1,1,0\nTOTAL PERIODO X,,1,1,0") != nil)
    }

    @Test(arguments: [
        ("", 0), ("-", 0), ("–", 0), ("12", 12), ("1,234", 1234), ("1,234,567", 1_234_567),
        ("1 234", 1234), ("12.0", 12), ("1.234", nil), ("12,34", nil), ("-3", nil), ("1,", nil),
        ("doce", nil), ("99999999999999999999", nil),
    ]) func countsAreReadAsTheyAreWritten(_ text: String, _ count: Int?) {
        #expect(SheetCount.read(text) == count)
    }
}
