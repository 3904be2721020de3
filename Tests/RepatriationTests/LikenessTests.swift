import Drill
import Foundation
import Repatriation
import Support
import Testing

/// Who may be the same person, and who is not.
@Suite struct LikenessTests {
    @Test(arguments: [
        ("vasquez", "bazques"), ("cervantes", "serbantes"), ("gimenez", "jimenes"),
        ("llanos", "yanos"),
        ("hernandez", "ernandes"), ("quiroz", "kiros"), ("xochitl", "jochitl"),
    ])
    func namesThatSoundAlikeHaveOneKey(_ left: String, _ right: String) {
        #expect(SoundKey.of(left) == SoundKey.of(right))
    }

    @Test(arguments: [
        ("lopez", "perez"), ("garcia", "gracia"), ("chavez", "navez"), ("mora", "moya"),
    ])
    func namesThatDoNotSoundAlikeHaveTwo(_ left: String, _ right: String) {
        #expect(SoundKey.of(left) != SoundKey.of(right))
    }

    private func person(
        _ given: String, _ first: String, _ second: String?, _ born: String, curp: String? = nil
    ) -> MatchFacts {
        MatchFacts(
            given: given, firstSurname: first, secondSurname: second,
            birth: CivilDate(text: born).map { Birth($0) },
            sex: .man, birthState: nil, curp: curp)
    }

    private var roberto: MatchFacts {
        person("Roberto José Manuel", "Briseño", "Quiñones", "1980-02-26")
    }

    @Test func theSamePersonOnAnotherListIsKnownAgain() {
        let again = [
            person("ROBERTO JOSE MANUEL", "BRISENO", "QUINONES", "1980-02-26"),
            person("Roberto", "Quiñones", "Briseño", "1980-02-26"),
            person("Roberto", "Brizeño", "Quiñones", "1980-02-26"),
            person("Roberto José Manuel", "Briseño", nil, "1980-02-26"),
            person("Roberto", "Briseño-Quiñones", nil, "1980-02-26"),
            person("J. Roberto", "Briseño", "de Quiñones", "1980-02-26"),
        ]
        for other in again {
            #expect(MatchScore(roberto, other).grade == .same, "\(MatchScore(roberto, other))")
        }
    }

    @Test func aTwinIsPossibleAndANamesakeIsNobody() {
        #expect(
            MatchScore(roberto, person("Ramiro", "Briseño", "Quiñones", "1980-02-26")).grade
                == .possible)
        #expect(
            MatchScore(roberto, person("Roberto José Manuel", "Briseño", "Quiñones", "1971-11-03"))
                .grade == nil)
        var nobody = person("Roberto José Manuel", "Briseño", "Quiñones", "")
        #expect(MatchScore(roberto, nobody).grade == nil)
        nobody = person("", "", nil, "1980-02-26")
        #expect(MatchScore(roberto, nobody).grade == nil)
    }

    @Test func onlyTheSameCURPWithNamesAndDateIsCertain() {
        let curp = "SABC560626MDFLRN01"
        let one = person("Concepción", "Salgado", "Briseño", "1956-06-26", curp: curp)
        #expect(
            MatchScore(one, person("CONCEPCION", "SALGADO", "BRISENO", "1956-06-26", curp: curp))
                .isCertain)
        #expect(
            !MatchScore(one, person("Concepción", "Salgado", "Briseño", "1956-06-26")).isCertain)
        #expect(
            !MatchScore(one, person("Concepción", "Salgado", "Briseño", "1965-06-26", curp: curp))
                .isCertain)
        #expect(
            !MatchScore(one, person("Jacinta", "Otra", "Persona", "1956-06-26", curp: curp))
                .isCertain)
    }

    /// Whoever is alike shares a key, in spite of any one damage.
    @Test(arguments: 1...20)
    func damagedPeopleShareAKey(_ seed: Int) throws {
        var population = try LikenessTests.population(seed)
        var lost = 0
        for _ in 0..<500 {
            let person = population.next()
            let again = population.again(person)
            let shared = Set(MatchFacts(person).blockingKeys).intersection(
                MatchFacts(again).blockingKeys)
            lost += shared.isEmpty ? 1 : 0
        }
        #expect(lost <= 5)
    }

    /// Two thousand newcomers against sixteen thousand, a fifth of whom came before. Bench does it
    /// whole, against a million.
    @Test func aLabelledSetIsToldApart() throws {
        var population = try LikenessTests.population(7)
        let known = (0..<16_000).map { _ in population.next() }
        let facts = known.map { MatchFacts($0) }
        var index: [Int: [Int]] = [:]
        for (place, person) in facts.enumerated() {
            for key in person.blockingKeys { index[key, default: []].append(place) }
        }
        var (right, wrong, found, offered) = (0, 0, 0, 0)
        for newcomer in 0..<2000 {
            let earlier = newcomer % 5 == 0 ? newcomer * 7 % known.count : nil
            let person = MatchFacts(
                earlier.map { population.again(known[$0]) } ?? population.next())
            let near = Set(person.blockingKeys.flatMap { index[$0] ?? [] })
            let graded = near.compactMap { place in
                MatchScore(person, facts[place]).grade.map { (place, $0) }
            }
            if let earlier { found += graded.contains { $0.0 == earlier } ? 1 : 0 }
            if earlier == nil, !graded.isEmpty { offered += 1 }
            for (place, grade) in graded where grade == .same {
                if place == earlier { right += 1 } else { wrong += 1 }
            }
        }
        #expect(Double(right) / Double(right + wrong) >= 0.995)
        #expect(Double(right) / 400 >= 0.90)
        #expect(Double(found) / 400 >= 0.99)
        // A background 62 times as large offers at most 62 times as often: one in fifty there is
        // one in 3,100 here.
        #expect(offered <= 1600 / 3100 + 1)
    }

    /// The weights are ten times log2(m ÷ u), estimated from pairs of one person and pairs of two.
    @Test func weightsAreWhatLabelledPairsSay() throws {
        var population = try LikenessTests.population(3)
        let people = (0..<12_000).map { _ in population.next() }
        var (same, other) = (Levels(), Levels())
        for person in people {
            same.add(MatchScore(MatchFacts(person), MatchFacts(population.again(person))))
        }
        for (index, person) in people.enumerated() {
            for step in 1...6 {
                let stranger = people[(index + step * 997) % people.count]
                other.add(MatchScore(MatchFacts(person), MatchFacts(stranger)))
            }
        }
        // A weight says no more than its pairs do; damage as it comes is worse than damage that is
        // invented, so that it may say less.
        func check<Level>(_ path: KeyPath<Levels, [Level: Int]>, _ level: Level, _ weight: Int) {
            let estimate = same.weight(path, level, against: other)
            #expect(
                weight > 0
                    ? (1...estimate + 15).contains(weight)
                    : (estimate - 15 ... -1).contains(weight),
                "\(level) \(estimate)")
        }
        for level in [MatchScore.Surnames.equal, .swapped, .slip, .different] {
            check(\.surnames, level, level.weight)
        }
        for level in [MatchScore.Given.equal, .part, .different] {
            check(\.given, level, level.weight)
        }
        for level in [MatchScore.Birth.equal, .swapped, .different] {
            check(\.birth, level, level.weight)
        }
    }

    struct Levels {
        var surnames: [MatchScore.Surnames: Int] = [:]
        var given: [MatchScore.Given: Int] = [:]
        var birth: [MatchScore.Birth: Int] = [:]
        private var count = 0

        mutating func add(_ score: MatchScore) {
            surnames[score.surnames, default: 0] += 1
            given[score.given, default: 0] += 1
            birth[score.birth, default: 0] += 1
            count += 1
        }

        func weight<Level>(
            _ path: KeyPath<Levels, [Level: Int]>, _ level: Level, against other: Levels
        ) -> Int {
            let m = Double(self[keyPath: path][level] ?? 0) + 0.5
            let u = Double(other[keyPath: path][level] ?? 0) + 0.5
            return Int((10 * log2(m / Double(count) / (u / Double(other.count)))).rounded())
        }
    }

    static func population(_ seed: Int) throws -> LabelledPeople {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(
                "../../demo-data/names.txt")
        return LabelledPeople(
            names: try String(contentsOf: file.standardizedFileURL, encoding: .utf8), seed: seed)
    }
}

/// What a CURP says beside what was typed.
@Suite struct CURPPersonTests {
    private static let people: [(String, String, String, String?, String, Sex, String)] = [
        ("SABC560626MDFLRN01", "Concepción", "Salgado", "Briseño", "1956-06-26", .woman, "DF"),
        ("HEGG560427MVZRRL04", "Gloria", "Hernández", "García", "1956-04-27", .woman, "VZ"),
        ("BEML920313HMCLNS09", "Luis Raúl", "Bello", "Mena", "1992-03-13", .man, "MC"),
        ("AAPR630321HDFLRC09", "Ricardo", "Alamán", "Pérez", "1963-03-21", .man, "DF"),
        ("PUFJ900215HOCRCN07", "Juan Demo", "Prueba", "Ficticio", "1990-02-15", .man, "OC"),
        ("CALR581203MPLMNS00", "Rosa Imaginaria", "Campo", "Luna", "1958-12-03", .woman, "PL"),
        (
            "EEMD110704MGRJSMA0", "María Demostración", "Ejemplo", "Muestra", "2011-07-04", .woman,
            "GR"
        ),
        ("SONA130509MVZLBNA2", "María de los Ángeles", "Sol", "Nube", "2013-05-09", .woman, "VZ"),
        ("XAPE851130HCSNRN02", "José Ensayo", "Ñandú", "Pruebas", "1985-11-30", .man, "CS"),
        ("RIXJ091030HGRXXSA3", "José", "Río", nil, "2009-10-30", .man, "GR"),
        ("DEXL080109MNEMXZA8", "Luz", "de la Demo", nil, "2008-01-09", .woman, "NE"),
        ("PXDO720822MMNRMF00", "Ofelia", "Perea", "Domínguez", "1972-08-22", .woman, "MN"),
    ]

    private func reception(_ entry: (String, String, String, String?, String, Sex, String))
        -> Reception
    {
        var person = Reception(id: Identifier(1))
        (person.given, person.firstSurname, person.secondSurname) = (entry.1, entry.2, entry.3)
        (person.birthDate, person.sex, person.birthState) = (
            CivilDate(text: entry.4), entry.5, entry.6
        )
        return person
    }

    @Test(arguments: 0..<12)
    func theVectorsAgreeWithTheirPeople(_ index: Int) {
        let entry = CURPPersonTests.people[index]
        #expect(CURP(entry.0).isValid)
        #expect(CURP(entry.0).disagreements(with: reception(entry)).isEmpty)
    }

    /// Changes that the check digit passes are seen in what was typed.
    @Test func whatTheCheckDigitPassesDisagreesWithThePerson() {
        let person = reception(CURPPersonTests.people[0])
        #expect(CURP("SABC560616MDFLRN01").disagreements(with: person) == [.date])
        #expect(CURP("SABC560626HDFLRN01").disagreements(with: person) == [.sex])
        #expect(CURP("SBAC560626MDFLRN01").disagreements(with: person) == [.names])
        #expect(CURP("SABC560626MOCLRN01").disagreements(with: person) == [.state])
        #expect(CURP("SABC560626MDFLRNA1").disagreements(with: person) == [.century])
        #expect(CURP("nada").disagreements(with: person).isEmpty)
    }
}
