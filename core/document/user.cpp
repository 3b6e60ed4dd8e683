#include "core/document/user.h"

#include "core/base/json.h"
#include "core/document/jsontext.h"
#include "core/document/lock.h"
#include "core/document/servicelist.h"
#include "core/document/splice.h"
#include "core/document/userfields.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// So that the settings of an ordinary document need not be scanned one by one.
bool mayBeInexact(const QJsonValue &id)
{
    constexpr double ordinary = 1e15;
    const double number = id.toDouble();
    return id.isDouble() && !(number >= 0 && number < ordinary && number == static_cast<double>(id.toInteger()));
}

// Reads the number at @p member of @p object as a string of its digits, if Qt's reader cannot represent it exactly.
void readMemberExactly(QJsonObject &object, const QString &member, const JsonSource &source)
{
    if (const auto span = source.value(member); isInexactNumber(source, span))
        object.insert(member, QString::fromLatin1(source.at(span)));
}

} // namespace

User::User(QJsonObject document) : m_rest(std::move(document)), m_settingIndex(settingsArray()) {}

User::User(QJsonObject document, JsonSource source) : m_source(std::move(source)), m_rest(std::move(document))
{
    const ListSource list = listSource(m_source, u"settings"_s);
    m_settingSpans = m_source.elementsAt(list.span);
    m_settingsDoubled = list.doubledMember;
    readExactly();
    setKeysApart();
    m_settingIndex = SettingIndex(settingsArray());
}

Result<User> User::fromAnswer(const QJsonObject &envelope, const JsonSource &source)
{
    User user(envelope.value("user"_L1).toObject(), source);
    if (!user.id().isEmpty())
        return user;
    return errorOf(Error::Kind::NotTheService, u"the answer holds no user with an id"_s);
}

void User::readExactly()
{
    for (const QString &list : {u"roles"_s, u"apiKeys"_s, u"settings"_s}) {
        if (m_rest.value(list).isObject())
            m_rest.insert(list, unwrappedList(m_rest.value(list)));
    }
    const QStringList members = m_rest.keys();
    for (const QString &member : members) {
        if (m_rest.value(member).isDouble())
            readMemberExactly(m_rest, member, m_source);
    }
    QJsonArray settings = settingsArray();
    bool isChanged = false;
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const QJsonObject before = settings.at(i).toObject();
        if (!before.value("value"_L1).isDouble() && !mayBeInexact(before.value("id"_L1)))
            continue;
        QJsonObject setting = before;
        const JsonSource source = settingSource(i);
        readMemberExactly(setting, u"value"_s, source);
        readMemberExactly(setting, u"id"_s, source);
        if (setting == before)
            continue;
        settings.replace(i, setting);
        isChanged = true;
    }
    if (isChanged)
        m_rest.insert("settings"_L1, settings);
}

Secret User::bytes() const
{
    if (!m_source.isEmpty())
        return Secret(m_source.at(m_source.object()));
    QByteArray json = QJsonDocument(document()).toJson(QJsonDocument::Compact);
    Secret secret{QByteArrayView(json)};
    wipe(json);
    return secret;
}

Secret User::body() const
{
    return bodyOf(m_source.isEmpty() ? JsonSource(bytes()) : m_source);
}

User User::with(QList<Change> changes) const
{
    changes.removeIf([this](const Change &change) { return lock(change.path).has_value(); });
    if (m_source.isEmpty())
        return User(withChanges(document(), changes));
    std::map<Path, QJsonValue> values;
    for (const Change &change : std::as_const(changes))
        values.insert_or_assign(change.path, change.value);
    QList<Splice> splices;
    bool isFirst = true;
    for (const auto &[path, value] : values) {
        if (!path.isSetting()) {
            splices.append(spliceFor(m_source, path.fieldKey(), value, isFirst));
            isFirst = isFirst && !splices.constLast().span.isEmpty();
        } else if (const qsizetype index = indexOf(path); index >= 0) {
            splices.append(spliceFor(settingSource(index), u"value"_s, value));
        }
    }
    User changed(withChanges(m_rest, changes), spliced(m_source, splices));
    if (!values.contains(Path::field(u"apiKeys")))
        changed.takeKeysOf(*this);
    return changed;
}

std::optional<Error> User::lock(const Path &path) const
{
    if (!path.isSetting()) {
        auto lock = memberLock(m_source, path.fieldKey());
        if (const auto other = otherHalf(path); other && !lock)
            lock = memberLock(m_source, other->fieldKey());
        return lock;
    }
    if (m_settingsDoubled)
        return doubledMember(*m_settingsDoubled);
    const qsizetype index = indexOf(path);
    auto known = m_settingLocks.constFind(index);
    if (known == m_settingLocks.constEnd())
        known = m_settingLocks.insert(index, settingLock(settingSource(index)));
    return *known;
}

QString User::id() const
{
    constexpr qsizetype longest = 1000;
    constexpr qsizetype shown = 40;
    QString id = jsonText(m_rest.value("id"_L1));
    if (id.size() <= longest)
        return id;
    const auto *bytes = reinterpret_cast<const char *>(id.utf16()); // UTF-8 has no form of half a surrogate pair
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData({bytes, id.size() * qsizetype(sizeof(QChar))});
    return id.first(shown) + u"… "_s + QString::fromLatin1(hash.result().toHex());
}

QString User::userName() const
{
    return jsonText(m_rest.value("userName"_L1));
}

QString User::displayName() const
{
    constexpr qsizetype longest = 1000; // of each: it is asked for often
    const QString names[] = {jsonText(m_rest.value("firstName"_L1)).left(longest),
                             jsonText(m_rest.value("lastName"_L1)).left(longest)};
    const QString whole = QString(names[0] + u' ' + names[1]).simplified();
    for (const QString &name : {whole, userName(), jsonText(m_rest.value("email"_L1))}) {
        if (!name.isEmpty())
            return name;
    }
    return id();
}

bool User::hasSettings() const
{
    return m_rest.value("settings"_L1).isArray();
}

std::optional<Setting> User::setting(const QString &id) const
{
    const qsizetype index = m_settingIndex.only(id);
    return index < 0 ? std::nullopt : std::optional(Setting(settingsArray().at(index).toObject()));
}

bool User::canSetSetting(const QString &id) const
{
    const auto found = setting(id);
    return found && !found->readOnly() && !lock(Path::setting(id));
}

QJsonValue User::valueAt(const Path &path) const
{
    if (!path.isSetting())
        return ownValue(m_rest.value(path.fieldKey()));
    const qsizetype index = indexOf(path);
    return index < 0 ? QJsonValue(QJsonValue::Undefined)
                     : ownValue(settingsArray().at(index).toObject().value("value"_L1));
}

std::optional<QString> User::settingNameAt(const Path &path) const
{
    const auto found = settingAt(path);
    return found ? std::optional(found->fullName()) : std::nullopt;
}

JsonSource User::settingSource(qsizetype index) const
{
    return index >= 0 && index < m_settingSpans.size() ? m_source.objectAt(m_settingSpans.at(index)) : JsonSource();
}

QJsonArray User::settingsArray() const
{
    return m_rest.value("settings"_L1).toArray();
}

} // namespace lanyard
