// Settings of any kind are shown harmlessly, as those of the newest read, and edited only where a save can take them.

#include "core/models/documentedits.h"
#include "core/models/settingsmodel.h"
#include "core/models/settingvalue.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr qsizetype CellLimit = 300 * 8 + 1; // 300 characters, each shown as up to eight

// Opened and closed, a value stays; what is understood once is understood again, and means the same.
void checkReading(const Setting &setting)
{
    static_cast<void>(isUsualSetting(setting.typeName(), setting.value()));
    for (const QLocale &locale : {QLocale(u"en_US"_s), QLocale(u"de_DE"_s), QLocale(u"ar_EG"_s)}) {
        const SettingReading stored = readSetting(setting.typeName(), setting.value(), setting.value(), locale);
        require(stored.ok() && stored.text == setting.value(), "what stands there stays");
        const SettingReading typed = readSetting(setting.typeName(), setting.value(), {}, locale);
        if (!typed.ok())
            continue;
        const SettingReading again = readSetting(setting.typeName(), typed.text, {}, QLocale::c());
        require(again.ok() && again.text == typed.text, "what is written for the service is in its notation");
    }
}

void checkSetting(const Setting &setting)
{
    static_cast<void>(setting.type());
    require(!setting.id().isEmpty() || setting.readOnly(), "a setting without an id is not edited");
    for (const bool value : {true, false})
        require(readSettingBoolean(writeSettingBoolean(value, setting.value())) == value, "yes stays yes, no stays no");
    checkReading(setting);
}

// Every role of every cell; returns what the settings' cells say, by their place in the tree.
QStringList cells(const QAbstractItemModel &model, const QModelIndex &parent = {}, const QString &place = {})
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            require(index.isValid() && model.parent(index) == parent, "the tree is one");
            const QString shown = index.data(Qt::DisplayRole).toString();
            require(isHarmless(shown) && shown.size() <= CellLimit, "a cell shows harmless text of a sane length");
            require(!index.data(SettingsModel::SecretRole).toBool() || column != SettingsModel::Value ||
                        QString(shown).remove(u'•').isEmpty(),
                    "a secret is masked");
            QStringList roles{place, shown, index.data(Qt::EditRole).toString(),
                              QString::number(int(model.flags(index)))};
            for (int role = Qt::UserRole; role <= SettingsModel::IsSettingRole; ++role)
                roles << index.data(role).toString();
            static_cast<void>(index.data(Qt::DecorationRole));
            all << roles.join(u'|');
        }
        const QModelIndex branch = model.index(row, 0, parent);
        all += cells(model, branch, place + u'/' + branch.data().toString());
    }
    return all;
}

void checkEditing(DocumentEdits &user, SettingsModel &model, const Setting &setting)
{
    const QModelIndex cell = model.indexOfSetting(setting.id());
    if (!cell.isValid() || !(model.flags(cell) & Qt::ItemIsEditable))
        return;
    const Path path = Path::setting(setting.id());
    require(hasPlace(user.base().document(), path), "what can be edited has a place in the document");
    require(model.setData(cell, u"edited by the fuzzer"_s), "what can be edited is");
    require(cell.data(Qt::EditRole) == u"edited by the fuzzer"_s && user.isEdited(path), "an edit is seen");
    model.revertAt(cell);
    require(!user.isEdited(path) && cell.data(Qt::EditRole) == setting.value(), "an edit is taken back");
}

} // namespace

// The user as read first, and as read next.
void fuzz(Input input)
{
    const auto values = readAll(input.rest());
    DocumentEdits user;
    SettingsModel model(user);
    for (const Json &value : values) {
        const User read(documentOf(value));
        user.setBase(read);
        QStringList shown = cells(model);
        const QList<Setting> settings = read.settings();
        for (const Setting &setting : settings) {
            checkSetting(setting);
            checkEditing(user, model, setting);
        }
        if (read.isEmpty() || !read.hasSettings())
            continue; // what was shown before stays
        // A reload keeps the order of settings with the same name.
        SettingsModel fresh(user);
        QStringList wanted = cells(fresh);
        shown.sort();
        wanted.sort();
        require(shown == wanted, "what is shown is the newest read");
    }
}

} // namespace lanyard::testing
