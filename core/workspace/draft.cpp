#include "core/workspace/draft.h"

#include "core/base/statefile.h"
#include "core/document/jsontext.h"
#include "core/document/user.h"
#include "core/document/userfields.h"
#include "core/models/editvalue.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype PictureLimit = 256 * 1024;
// A draft contains texts of any length that an editor accepts.
constexpr qint64 FileLimit = 16 * 1024 * 1024;

// Whether one of the settings with that id, of which a service may have sent several, is secret or is not.
bool hasSetting(const User &user, const QString &id, bool isSecret)
{
    const SettingNode *node = user.settingNodes().find(id);
    if (!node || !node->doubled)
        return node && user.settingNodes().settingOf(*node).looksSecret() == isSecret;
    const QList<Setting> &settings = user.settings();
    return std::any_of(settings.begin(), settings.end(),
                       [&](const Setting &setting) { return setting.id() == id && setting.looksSecret() == isSecret; });
}

// A setting that was never reported may be a password.
bool isOfPlainSetting(const Change &change, const User &user)
{
    if (change.path.isFormerSetting())
        return change.isPlainSetting;
    const QString &id = change.path.settingId();
    return !hasSetting(user, id, true) && (change.isPlainSetting || hasSetting(user, id, false));
}

// Nothing of it, neither what the place holds nor what it is called, is a secret or has one in it.
bool isWithoutSecret(const Change &change, const HiddenSecrets &hidden)
{
    const QJsonValue values[] = {change.value, change.before.value_or(QJsonValue()),
                                 change.otherBefore.value_or(QJsonValue()), change.settingName.value_or(QString())};
    return std::none_of(std::begin(values), std::end(values),
                        [&](const QJsonValue &value) { return hidden.isNotKept(jsonSource(value)); });
}

bool mayBeKept(const Change &change, const User &user, const HiddenSecrets &hidden)
{
    if (change.path.isSetting())
        return isOfPlainSetting(change, user) && isWithoutSecret(change, hidden);
    const UserField *field = userField(change.path.fieldKey());
    if (field && field->kind == FieldKind::Image)
        return jsonText(change.value).size() <= PictureLimit;
    return isWithoutSecret(change, hidden);
}

// A missing member has no JSON value: `before` is then omitted. A picture is too large: its hash tells whether it is
// still the same.
QJsonObject toJson(const Change &change)
{
    QJsonObject json{{u"value"_s, change.value}};
    json.insert(change.path.isSetting() ? u"setting"_s : u"field"_s,
                change.path.isSetting() ? change.path.settingId() : change.path.fieldKey());
    const UserField *field = change.path.isSetting() ? nullptr : userField(change.path.fieldKey());
    const bool isPicture = field && field->kind == FieldKind::Image;
    if (change.before && isPicture)
        json.insert("beforeSha256"_L1, fingerprintText(fingerprintOf(*change.before)));
    else if (change.before && !change.before->isUndefined())
        json.insert("before"_L1, *change.before);
    if (change.otherBefore)
        json.insert("otherBefore"_L1, change.otherBefore->isUndefined() ? QJsonValue() : *change.otherBefore);
    if (change.settingName)
        json.insert("name"_L1, *change.settingName);
    if (change.settingType)
        json.insert("type"_L1, *change.settingType);
    if (change.wasSent)
        json.insert("sent"_L1, true);
    return json;
}

std::optional<Change> fromJson(const QJsonObject &json)
{
    const QString key = json.value("field"_L1).toString();
    const QString id = json.value("setting"_L1).toString();
    const UserField *field = userField(key);
    const bool isField = field && field->editable && id.isEmpty();
    const QJsonValue value = json.value("value"_L1);
    // No editor produces anything else: a file with other values was not written by this program.
    const bool isEditors = value.isString() || value.isNull();
    if ((!isField && (id.isEmpty() || !key.isEmpty())) || !isEditors)
        return std::nullopt;
    Change change{isField ? Path::field(key) : Path::setting(id), value};
    const QString sha256 = json.value("beforeSha256"_L1).toString();
    if (!isField || field->kind != FieldKind::Image)
        change.before = json.value("before"_L1);
    else if (!sha256.isEmpty()) // a draft of an older version has none: the picture counts as unchanged
        change.before = fingerprintFrom(sha256);
    if (json.contains("otherBefore"_L1))
        change.otherBefore = json.value("otherBefore"_L1);
    if (json.contains("name"_L1))
        change.settingName = json.value("name"_L1).toString();
    if (json.contains("type"_L1))
        change.settingType = json.value("type"_L1).toString();
    change.isPlainSetting = !isField; // no other is written
    change.wasSent = json.value("sent"_L1).toBool();
    return change;
}

QList<Change> changesIn(const QJsonObject &json, QLatin1StringView member)
{
    QList<Change> changes;
    const QJsonArray items = json.value(member).toArray();
    for (const QJsonValue &item : items) {
        if (const auto change = fromJson(item.toObject()))
            changes.append(*change);
    }
    return changes;
}

QJsonArray kept(const QList<Change> &changes, const User &user, const HiddenSecrets &hidden)
{
    QJsonArray kept;
    for (const Change &change : changes) {
        if (mayBeKept(change, user, hidden))
            kept.append(toJson(change));
    }
    return kept;
}

QString nameOf(const Path &path, const User &user)
{
    if (path.isFormerSetting())
        return partsOfFullName(path.formerName()).constLast();
    const auto setting = user.settingAt(path);
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return setting ? setting->name() : field ? fieldLabel(*field) : QString();
}

QJsonArray leftOut(const QList<Change> &changes, const User &user, const HiddenSecrets &hidden)
{
    QJsonArray names;
    for (const Change &change : changes) {
        const QString name = nameOf(change.path, user);
        const bool isKept = mayBeKept(change, user, hidden) || hidden.isNotKept(jsonSource(name));
        if (!isKept && !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

// A companion has no editor of its own.
bool canBeMisfit(const Change &change)
{
    if (change.path.isSetting())
        return change.value.isString();
    const UserField *field = userField(change.path.fieldKey());
    return field->key == change.path.fieldKey() && hasMisfits(field->kind) && !change.value.toString().isEmpty();
}

} // namespace

QString DraftStore::fileOf(const Origin &origin, const QString &userId) const
{
    if (m_folder.isEmpty())
        return {};
    // Neither an address nor an id is necessarily a valid file name.
    const QByteArray name = QString(origin.text() + u'\n' + userId).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex();
    return m_folder + u"/draft-"_s + QString::fromLatin1(hash.first(32)) + u".json"_s;
}

bool DraftStore::contains(const Origin &origin, const QString &userId) const
{
    return !userId.isEmpty() && QFile::exists(fileOf(origin, userId));
}

std::optional<Draft> DraftStore::read(const Origin &origin, const QString &userId, bool *unusable) const
{
    StateFile file(fileOf(origin, userId), FileLimit);
    const QJsonObject json = file.read();
    if (unusable)
        *unusable = file.isUnusable();
    if (file.isUnusable())
        file.setAside();
    if (json.value("server"_L1).toString() != origin.text() || json.value("user"_L1).toString() != userId)
        return std::nullopt;
    Draft draft;
    draft.savedAt = QDateTime::fromString(json.value("savedAt"_L1).toString(), Qt::ISODate);
    if (!draft.savedAt.isValid()) // foreign, or mended by hand: the person is told when, all the same
        draft.savedAt = QFileInfo(fileOf(origin, userId)).lastModified();
    draft.changes = changesIn(json, "changes"_L1);
    draft.misfits = changesIn(json, "misfits"_L1); // an older version has written none
    draft.leftOut = json.value("leftOut"_L1).toVariant().toStringList();
    draft.misfits.removeIf([](const Change &change) { return !canBeMisfit(change); });
    const bool isEmpty = draft.changes.isEmpty() && draft.misfits.isEmpty() && draft.leftOut.isEmpty();
    return isEmpty ? std::nullopt : std::optional(draft);
}

bool DraftStore::write(const Origin &origin, const User &user, const Draft &draft, const HiddenSecrets &hidden) const
{
    const QJsonArray changes = kept(draft.changes, user, hidden);
    const QJsonArray misfits = kept(draft.misfits, user, hidden);
    const QJsonArray names = leftOut(draft.changes + draft.misfits, user, hidden);
    if (changes.isEmpty() && misfits.isEmpty() && names.isEmpty())
        return remove(origin, user.id());
    return StateFile(fileOf(origin, user.id()), FileLimit)
        .write({{u"server"_s, origin.text()},
                {u"user"_s, user.id()},
                {u"savedAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                {u"changes"_s, changes},
                {u"misfits"_s, misfits},
                {u"leftOut"_s, names}});
}

bool DraftStore::remove(const Origin &origin, const QString &userId) const
{
    const QString file = fileOf(origin, userId);
    return file.isEmpty() || !QFile::exists(file) || QFile::remove(file);
}

} // namespace lanyard
