// A Secret Service that asks about each access, as KeePassXC does, and is told when to answer and what.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QHash>
#include <QStringList>
#include <QVariantMap>

namespace lanyard::testing {

// On a connection of its own. One collection, in it one entry at the most.
class ScriptedSecretService : public QDBusVirtualObject
{
public:
    // It has that name on the bus as well.
    explicit ScriptedSecretService(const QString &otherName = {});
    ~ScriptedSecretService() override;

    // How it behaves.
    bool isLocked = false;    // the collection
    bool isSetUp = true;      // has one
    bool isSilent = false;    // answers nothing at all
    bool searchWaits = false; // until answerSearches()
    bool searchFails = false;
    bool promptWaits = false;  // the call that shows a prompt is answered when the user has
    bool remembersYes = false; // of the entry, after it was read once
    QByteArray value;          // of the entry; empty: there is none
    QVariantMap properties;    // as the entry, or else the collection, was created with

    // What the user does.
    void answerSearches();
    void answerPrompt(bool yes);
    void quit();

    // What was asked of it.
    [[nodiscard]] bool isPrompting() const { return !m_prompt.isEmpty(); }
    int prompts = 0;
    QStringList calls;

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    [[nodiscard]] QVariantList answerTo(const QDBusMessage &message);
    [[nodiscard]] QVariantList found() const;
    QString newPrompt(const QString &what);

    QDBusConnection m_bus;
    QList<QDBusMessage> m_searches;
    QList<QDBusMessage> m_shows; // of prompts
    QString m_prompt;            // what the prompt that is shown is about
    QHash<QString, QString> m_prompts;
    QString m_promptPath;
    QByteArray m_newValue;
    QVariantMap m_newProperties;
    bool m_isAllowed = false;
};

} // namespace lanyard::testing
