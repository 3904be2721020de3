/// The words that carry an accent or an ñ. Names that carry none need no line: they are only set in
/// small letters.
///
/// Source: the commonest names and surnames of public frequency lists (INEGI, RENAPO). Where the
/// form without is about as common in the registers (Ortiz, Ruiz, Edgar, Cristian) there is no line
/// either.
extension ProperNames {
    /// Each word without accents, as it is written.
    static let table: [String: String] = {
        var table: [String: String] = [:]
        for word in words(surnames) + words(given) { table[NameText.folded(word)] = word }
        return table
    }()

    /// Words that are surnames of their own both with and without: the officer is asked which.
    static let ambiguous: [String: String] = {
        var table: [String: String] = [:]
        for word in words("Montaño Solís Piña Niño Campaña Cariño") {
            table[NameText.folded(word)] = word
        }
        return table
    }()

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    private static let surnames = """
        Aarón Ábrego Abúndez Acuña Adán Agüero Agüeros Águila Aguiñaga Aguiñiga Agustín Álamo \
        Alanís Alarcón Alcalá Alcántar Alcántara Alcázar Alemán Almazán Altúzar Álvarez Amézaga \
        Amézcua Amézquita Andrés Ángel Ángeles Antón Antúnez Anzaldúa Aragón Arámbula Arciénega \
        Aréchiga Arévalo Argáez Argüelles Argüello Argüeta Asúnsolo Ávalos Avendaño Ávila Avilés \
        Ayón Azúa Báez Balcázar Bañales Baños Bañuelos Barceló Bárcena Bárcenas Barragán Barrón \
        Bazán Bazúa Beltrán Benítez Bermúdez Bernáldez Blázquez Bolaños Borbón Bórquez Briceño \
        Briseño Bugarín Burgueño Cabañas Cáceres Calderón Cámara Cañas Canché Cañedo Cañizales \
        Cañón Cantón Cantú Cárdenas Cardín Carreño Carreón Carrión Castañeda Castañón Castellón \
        Castrejón Catalán Cázares Cázarez Cedeño Cerdán Cerón Chablé Chacón Cháidez Cháirez Chávez \
        Cházaro Chiñas Cobián Colín Colón Comparán Concepción Córdoba Córdova Cortázar Cortés \
        Cosío Cossío Crisóstomo Cristóbal Cuauhtémoc Cué Cuéllar Cuén Dávalos Dávila Díaz Díez \
        Domínguez Dueñas Durán Durón Echávarri Echavarría Echeverría Elías Encarnación Enríquez \
        Escárcega Espíndola Espíritu Estévez Euán Fabián Falcón Farfán Farías Félix Fernández \
        Frías Fúnez Galán Galáviz Galván Gálvez Gámez Gámiz Gárate Garcés García Garduño Garzón \
        Gastélum Gavilán Gaytán Germán Giménez Girón Godínez Gómez González Güémez Guendulaín \
        Güereca Güereña Guillén Güitrón Guízar Gutiérrez Guzmán Hernández Hipólito Holguín Ibáñez \
        Iñárritu Inés Íñigo Íñiguez Jácome Jáquez Jáuregui Jesús Jiménez Joaquín José Juárez \
        Julián Landín Larrañaga Lázaro León Lerín Limón Lizárraga López Luévano Luján Macías \
        Magallán Magallón Magaña Mañón Marín Márquez Marrón Marroquín Martín Martínez Matías \
        Mauleón Mayén Medellín Mejía Meléndez Meléndrez Melquíades Méndez Mendívil Mérida Mézquita \
        Millán Minjárez Moisés Mondragón Monsiváis Montañez Montúfar Monzón Morán Morín Morón \
        Múgica Mújica Munguía Muñiz Muñoz Nájar Nájera Ñáñez Narváez Natarén Nevárez Nicolás Noé \
        Núñez Obregón Ocádiz Ocaña Ocón Olaguíbel Olán Olguín Oliván Oñate Ordóñez Orduña Orduño \
        Padrón Páez Pagán Pantaleón Párraga Patiño Patrón Pavía Pavón Payán Peláez Peña Peñafiel \
        Peñaflor Peñaloza Peñuñuri Pérez Piña Piñera Piñón Piñuelas Pío Quiñones Quiñónez Rábago \
        Ramírez Ramón Rascón Raúl Recéndiz Rejón Rendón Rentería Reséndez Reséndiz Riaño Rincón \
        Ríos Rocío Rodríguez Roldán Rolón Román Rondón Rubén Rubí Sáenz Sáinz Sáiz Saldaña \
        Saldívar Salomón Sánchez Santibáñez Santillán Sebastián Sepúlveda Serafín Servín Sígala \
        Simón Solórzano Suárez Téllez Terán Tiscareño Tomás Treviño Úbeda Urbán Ureña Urías \
        Urquídez Urzúa Valdés Valentín Vallín Vásquez Vázquez Velásquez Velázquez Vélez Véliz \
        Verástegui Verdín Víctor Villafán Villafaña Villafañe Villagómez Villagrán Villalón \
        Villaseñor Vizcaíno Yáñez Yépez Yépiz Zacarías Zaldívar Zapién Zárate Zenón Zermeño Zúñiga
        """

    private static let given = """
        Aarón Abdías Abdón Abigaíl Absalón Adán Adrián Águeda Agustín Aída Álvaro Amílcar Anahí \
        Anaís Ananías Andrés Ángel Ángela Ángeles Angélica Aníbal Antolín Arístides Ascensión \
        Asunción Áurea Bárbara Bartolomé Belén Benjamín Bernabé Cándida Cándido Cástulo César \
        Ciríaco Concepción Consolación Crispín Cristóbal Dámaris Damián Darío Débora Delfín Demián \
        Edén Efraín Efrén Elí Elián Elías Eliézer Eliú Eloína Eloísa Encarnación Eréndira Esaú \
        Estefanía Ezequías Fabián Fabíola Fátima Felícitas Felícito Félix Fermín Froilán Gastón \
        Génesis Germán Gerónimo Gibrán Héctor Hernán Herón Hilarión Hipólito Inés Íñigo Isaí \
        Isaías Iván Jazmín Jeremías Jerónimo Jesús Joaquín Joás Jonás Jonatán José Josías Josué \
        Julián Lázaro León Leónides Lía Lucía Magalí Malaquías María Martín Matías Máxima Máximo \
        Melquíades Moisés Mónica Nahúm Naím Natán Neftalí Néstor Nicéforo Nicolás Nicómedes Noé \
        Noemí Odín Onésima Onésimo Óscar Pánfilo Penélope Pío Plácida Plácido Práxedes Próspero \
        Ramón Raúl Régulo Rocío Román Rómulo Rosalía Rubén Rubí Sabás Salomé Salomón Saraí Saúl \
        Sebastián Séfora Serafín Simón Sinaí Sócrates Sofía Telésforo Teódulo Teófila Teófilo \
        Tobías Tomás Tristán Úrsula Valentín Verónica Víctor Xóchitl Yazmín Zacarías Zenón Zoé
        """
}
