/// Mexican names as they are written, for lists that come in capitals without accents.
///
/// A proposal only: an officer accepts it or leaves the name as it came. Words that are names both with and without
/// (Montano and Montaño, Solis and Solís, Ortiz and Ortíz) propose nothing. Source: the commonest names and surnames of public
/// frequency lists (INEGI, RENAPO) that carry an accent or an ñ.
package enum ProperNames {
    /// The person's names with the accents that they usually have; nil when nothing would change.
    ///
    /// Only names that came without any accent, and in capitals, are proposed for: somebody wrote the others with care.
    package static func proposal(_ person: Reception) -> PersonData? {
        let all = [person.given, person.firstSurname, person.secondSurname].compactMap { $0 }
        guard !all.isEmpty, all.allSatisfy({ $0 == $0.uppercased() && $0.utf8.allSatisfy { $0 < 0x80 } }) else {
            return nil
        }
        var data = PersonData()
        data.given = person.given.map(written)
        data.firstSurname = person.firstSurname.map(written)
        data.secondSurname = person.secondSurname.map(written)
        return data
    }

    /// One field: each word as it is written, particles small unless they come first.
    private static func written(_ text: String) -> String {
        let words = text.split(separator: " ").enumerated().map { index, word -> String in
            let folded = NameText.folded(String(word))
            if index > 0, particles.contains(folded) { return folded }
            return table[folded] ?? capitalised(folded, String(word))
        }
        return words.joined(separator: " ")
    }

    /// `O'HARA` and `PEREZ-LUNA` keep their signs.
    private static func capitalised(_ folded: String, _ word: String) -> String {
        var isFirst = true
        return String(
            word.map { letter -> Character in
                defer { isFirst = !letter.isLetter }
                return isFirst ? letter : Character(letter.lowercased())
            })
    }

    private static let particles: Set<String> = ["de", "del", "la", "las", "los", "el", "y"]

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        for word in (surnames + given).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            table[NameText.folded(String(word))] = String(word)
        }
        return table
    }()

    private static let surnames = """
        Acuña Adán Agüero Águila Álamo Alarcón Alcalá Alcántara Alcázar Alemán Almazán Álvarez Anzaldúa Aragón \
        Arámbula Arciénega Arévalo Argüelles Argüello Ávalos Ávila Avilés Ayón Báez Bárcenas Barragán Barrón \
        Beltrán Benítez Bermúdez Bórquez Briseño Burgueño Cáceres Calderón Cañas Cañedo Cárdenas Carreón Carreño \
        Carrión Cázares Cedeño Chacón Chávez Colín Colón Córdoba Córdova Cortés Cristóbal Dávalos Dávila Díaz \
        Domínguez Durán Echeverría Elías Espíndola Estévez Falcón Farías Fernández Galán Galván Gálvez Garcés \
        García Garzón Germán Gómez González Guillén Gutiérrez Guzmán Hernández Ibáñez Íñiguez Jáuregui Jiménez \
        Juárez Landín Lázaro León Limón López Luján Macías Marín Márquez Martín Martínez Meléndez Méndez Mérida \
        Millán Morán Muñiz Muñoz Nájera Narváez Nevárez Núñez Obregón Olguín Oliván Ordóñez Padrón Páez Patiño \
        Patrón Peláez Peña Peñaloza Pérez Piñón Piña Quiñones Ramírez Rendón Ríos Rincón Rodríguez Rolón Román \
        Rondón Rubén Sáenz Sáinz Saldaña Saldívar Sánchez Santillán Sepúlveda Simón Suárez Téllez Terán Urías \
        Valdés Vázquez Vélez Verdín Villafaña Villagrán Villalón Villaseñor Yáñez Zaldívar Zárate Zermeño Zúñiga \
        Treviño Cantú Garduño Montúfar Pavón Cerón Cháidez Gaytán Mejía Monzón Santibáñez Tiscareño Ureña \
        Zacarías Bolaños Castañeda Castañón Dueñas Orduña Ocaña
        """

    private static let given = """
        Abigaíl Adán Adrián Agustín Aída Álvaro Amílcar Ananías Andrés Ángel Ángela Ángeles Anahí Aarón \
        Bartolomé Belén Benjamín Bernabé César Concepción Cristóbal Damián Darío Débora Delfín Efraín Efrén \
        Elías Elián Encarnación Esaú Fabián Fátima Felícitas Fermín Germán Gastón Gerónimo Héctor Hernán \
        Hilarión Inés Isaías Iván Jazmín Jeremías Jerónimo Jesús Joaquín Jonás Jonatán José Josué Julián Lázaro \
        León Lía Lucía María Martín Matías Melquíades Moisés Mónica Nicolás Noé Noemí Óscar Ramón Raúl Rocío \
        Román Rosalía Rubén Sebastián Sofía Simón Tobías Tomás Úrsula Valentín Verónica Víctor Zacarías Zoé \
        Águeda Edén Asunción Ascensión Ezequías
        """
}
