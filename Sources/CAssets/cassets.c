#include "cassets.h"

static const unsigned char oscuro[] = {
#embed "../../themes/oscuro.theme"
};
static const unsigned char claro[] = {
#embed "../../themes/claro.theme"
};
static const unsigned char contraste[] = {
#embed "../../themes/contraste.theme"
};
static const unsigned char daltonico[] = {
#embed "../../themes/daltonico.theme"
};
static const unsigned char names[] = {
#embed "../../demo-data/names.txt"
};
static const unsigned char nine_points[] = {
#embed "../../demo-data/nueve-puntos.json5"
};
static const unsigned char scenario_corte[] = {
#embed "../../demo-data/scenarios/corte.json5"
};
static const unsigned char scenario_impresora[] = {
#embed "../../demo-data/scenarios/impresora.json5"
};
static const unsigned char scenario_dos_oficiales[] = {
#embed "../../demo-data/scenarios/dos-oficiales.json5"
};
static const unsigned char scenario_entrega[] = {
#embed "../../demo-data/scenarios/entrega.json5"
};
static const unsigned char scenario_tseltal[] = {
#embed "../../demo-data/scenarios/tseltal.json5"
};
static const unsigned char scenario_maletas[] = {
#embed "../../demo-data/scenarios/maletas.json5"
};
static const unsigned char scenario_nacida_en_eua[] = {
#embed "../../demo-data/scenarios/nacida-en-eua.json5"
};
static const unsigned char scenario_edad[] = {
#embed "../../demo-data/scenarios/edad.json5"
};
static const unsigned char scenario_tio[] = {
#embed "../../demo-data/scenarios/tio.json5"
};
static const unsigned char scenario_manana[] = {
#embed "../../demo-data/scenarios/manana.json5"
};
static const unsigned char scenario_tres_autobuses[] = {
#embed "../../demo-data/scenarios/tres-autobuses.json5"
};
static const unsigned char scenario_noche[] = {
#embed "../../demo-data/scenarios/noche.json5"
};
static const unsigned char scenario_secuestro[] = {
#embed "../../demo-data/scenarios/secuestro.json5"
};
static const unsigned char scenario_urgencia[] = {
#embed "../../demo-data/scenarios/urgencia.json5"
};
static const unsigned char scenario_lista[] = {
#embed "../../demo-data/scenarios/lista.json5"
};
static const unsigned char scenario_extranjeros[] = {
#embed "../../demo-data/scenarios/extranjeros.json5"
};
static const unsigned char scenario_historico[] = {
#embed "../../demo-data/scenarios/historico.json5"
};
static const unsigned char scenario_familia[] = {
#embed "../../demo-data/scenarios/familia.json5"
};

static const casset assets[] = {
    {"themes/oscuro.theme", oscuro, sizeof oscuro},       {"themes/claro.theme", claro, sizeof claro},
    {"themes/contraste.theme", contraste, sizeof contraste}, {"themes/daltonico.theme", daltonico, sizeof daltonico},
    {"demo-data/names.txt", names, sizeof names},         {"demo-data/nueve-puntos.json5", nine_points, sizeof nine_points},
    {"demo-data/scenarios/corte.json5", scenario_corte, sizeof scenario_corte},
    {"demo-data/scenarios/impresora.json5", scenario_impresora, sizeof scenario_impresora},
    {"demo-data/scenarios/dos-oficiales.json5", scenario_dos_oficiales, sizeof scenario_dos_oficiales},
    {"demo-data/scenarios/entrega.json5", scenario_entrega, sizeof scenario_entrega},
    {"demo-data/scenarios/tseltal.json5", scenario_tseltal, sizeof scenario_tseltal},
    {"demo-data/scenarios/maletas.json5", scenario_maletas, sizeof scenario_maletas},
    {"demo-data/scenarios/nacida-en-eua.json5", scenario_nacida_en_eua, sizeof scenario_nacida_en_eua},
    {"demo-data/scenarios/edad.json5", scenario_edad, sizeof scenario_edad},
    {"demo-data/scenarios/manana.json5", scenario_manana, sizeof scenario_manana},
    {"demo-data/scenarios/tres-autobuses.json5", scenario_tres_autobuses, sizeof scenario_tres_autobuses},
    {"demo-data/scenarios/noche.json5", scenario_noche, sizeof scenario_noche},
    {"demo-data/scenarios/secuestro.json5", scenario_secuestro, sizeof scenario_secuestro},
    {"demo-data/scenarios/urgencia.json5", scenario_urgencia, sizeof scenario_urgencia},
    {"demo-data/scenarios/lista.json5", scenario_lista, sizeof scenario_lista},
    {"demo-data/scenarios/extranjeros.json5", scenario_extranjeros, sizeof scenario_extranjeros},
    {"demo-data/scenarios/historico.json5", scenario_historico, sizeof scenario_historico},
    {"demo-data/scenarios/familia.json5", scenario_familia, sizeof scenario_familia},
    {"demo-data/scenarios/tio.json5", scenario_tio, sizeof scenario_tio},
};

casset casset_at(int index) {
    if (index < 0 || (size_t)index >= sizeof assets / sizeof *assets) return (casset){0};
    return assets[index];
}
