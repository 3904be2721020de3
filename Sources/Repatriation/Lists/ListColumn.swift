/// What a column of a list holds.
enum ListColumn: String, Sendable {
    case number, surnames, firstSurname, secondSurname, given, middle, suffix, alias
    case name, fullName, surnamesThenGiven, givenThenSurnames
    case birthDate, birthYear, age, sex, country, birthCountry, birthState, birthPlace
    case alienNumber, curp, tag, remarks, labelled

    /// Several columns of a list may hold the same: all of it is kept.
    var mayRepeat: Bool { [.remarks, .labelled, .alias, .middle].contains(self) }

    /// Names people: alone or with others.
    var isSurname: Bool {
        [.surnames, .firstSurname, .name, .fullName, .surnamesThenGiven, .givenThenSurnames]
            .contains(self)
    }

    /// The column that a heading's key means, and whether the heading is English.
    ///
    /// A key has letters and digits only: no case, accents, spaces, punctuation or parentheses.
    static func of(_ key: String) -> (column: ListColumn, isEnglish: Bool)? {
        if let column = english[key] { return (column, true) }
        return (spanish[key] ?? both[key]).map { ($0, false) }
    }

    /// A line a column: its code and the headings for it.
    private static func table(_ text: String) -> [String: ListColumn] {
        var table: [String: ListColumn] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let code = words.first, let column = ListColumn(rawValue: code) else { continue }
            for word in words.dropFirst() { table[word] = column }
        }
        return table
    }

    private static let english = table(
        """
        number seq seqno sequence number line lineno linenumber row rowno item itemno serial \
        serialno listno
        surnames lastname lastnames last lname surname surnames familyname familynames
        firstSurname firstsurname firstlastname paternalsurname paternallastname lastname1 \
        surname1 fatherslastname
        secondSurname secondsurname secondlastname 2ndlastname maternalsurname maternallastname \
        motherslastname lastname2 surname2
        given firstname firstnames first fname givenname givennames given forename forenames
        middle middlename middlenames middle mname mi middleinitial secondname 2ndname othernames
        suffix suffix namesuffix
        alias aka aliases alsoknownas nickname
        name name names
        fullName fullname completename passengername detaineename aliensname personname \
        subjectname nameofalien nameofdetainee
        surnamesThenGiven lastfirst lastfirstname lastnamefirst lastnamefirstname lastfirstmiddle \
        lastfirstmi lastnamefirstnamemiddlename namelastfirst namelastfirstmiddle surnamegivenname \
        surnamegivennames
        givenThenSurnames firstlast firstnamelastname firstmiddlelast
        birthDate dob dateofbirth datebirth birthdate birthday bday bdate dateofbirthdob
        birthYear yob yearofbirth birthyear
        age age ageyears ageinyears
        sex sex gender sexgender gendersex
        country coc citizenship citizenof ctzn ctz citz countryofcitizenship citizenshipcountry \
        nationality natl countryofnationality citizenshipnationality nationalitycitizenship \
        citizenshipbirthcountry citizenshipcountryofbirth country cit nation
        birthCountry cob countryofbirth birthcountry
        birthState stateofbirth birthstate stateprovinceofbirth birthstateprovince
        birthPlace pob placeofbirth birthplace cityofbirth
        alienNumber alienno aliennumber alien alienid alienfilenumber alienfileno alienfile afile \
        afilenumber afileno anumber ano anum anbr aliennum alienregistrationnumber \
        alienregistrationno arn uscisnumber a
        tag propertytag propertytagno propertytagnumber tag tagno tagnumber baggagetag bagtag \
        bagtagno bagtagnumber luggagetag i77 i77no i77number i77tag formi77 propertyno \
        propertynumber
        remarks remarks remark notes note comments comment
        labelled specialhandling medical medicalalert medicalalerts medicalcondition medicalnotes \
        medicalremarks health healthcondition alerts alert caution cautions conditions condition \
        specialneeds flags flag famu familyunit uac uc juvenile juv pregnant disability medication \
        medications escort handling
        """)

    private static let spanish = table(
        """
        number numero consecutivo consec cons renglon progresivo numprogresivo noprogresivo \
        numeroprogresivo nolista numerodelista nodelista nconsecutivo noconsecutivo
        surnames apellidos apellido apellidopaternoymaterno appaternomaterno \
        apellidopaternomaterno appaternoymaterno apellidospaternoymaterno primerysegundoapellido
        firstSurname primerapellido apellidopaterno appaterno apepaterno apellpaterno paterno \
        apellido1 1erapellido 1apellido 1oapellido primerap apat
        secondSurname segundoapellido apellidomaterno apmaterno apematerno apellmaterno materno \
        apellido2 2doapellido 2apellido 2oapellido segundoap amat
        given nombres nombredepila primernombre
        middle segundonombre
        suffix sufijo
        alias alias apodo sobrenombre tambienconocidocomo
        name nombre
        fullName nombrecompleto nombredelapersona nombreyapellidos nombreapellidos \
        nombresyapellidos nombresapellidos nombrecompletodelapersona persona
        surnamesThenGiven apellidosynombre apellidosynombres apellidosnombre apellidosnombres \
        apellidoynombre apellidonombre
        birthDate fechadenacimiento fechanacimiento fechanac fechadenac fecnac fecnacimiento \
        fecdenac fecdenacimiento nacimiento fnac fnacimiento fdenac fdenacimiento fechanacim
        birthYear anodenacimiento anonacimiento anonac anodenac
        age edad edadanos edadenanos
        sex sexo genero sexogenero generosexo
        country nacionalidad nacionadlidad pais ciudadania paisdenacionalidad paisdeorigen \
        paisdeciudadania
        birthCountry paisdenacimiento paisnacimiento paisnac
        birthState entidaddenacimiento entidadnacimiento entidad entidaddenac entidadnac entnac \
        entidadfederativa entidadfederativadenacimiento estadodenacimiento estadonacimiento estado \
        estadonac edodenacimiento edonacimiento edonac edodenac
        birthPlace lugardenacimiento lugarnacimiento lugardenac lugarnac lugarorigen lugardeorigen
        alienNumber numerodeextranjero noextranjero nodeextranjero numeroa numerodealien noalien
        tag talon talondepertenencias notalon numerodetalon nodetalon etiqueta \
        etiquetadepertenencias
        remarks observaciones observacion obs observ notas nota comentarios comentario
        labelled condicion condiciones condicionmedica condiciondesalud salud padecimiento \
        padecimientos medico medicamento medicamentos alertas alerta manejoespecial cuidados \
        discapacidad embarazo embarazada menor necesidadesespeciales situacion
        """)

    /// Headings of both languages: they say nothing about the sex letters.
    private static let both = table(
        """
        number no num n nno nro nbr
        curp curp clavecurp
        """)
}
