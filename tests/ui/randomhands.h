#pragma once

#include "core/document/change.h"
#include "core/document/userfields.h"
#include "tests/ui/appfixture.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>

#include <random>

class QMimeData;

namespace lanyard::testing {

// Works the real window at random, as people do who are not its authors: keys, input method, paste, drop, the
// accessibility interface, the wheel, undo, other pages, reloads, saves. Beside it stands a model of what was meant,
// which is told each act and never asks the program: what the window shows, and what the service holds after a save,
// must be what it says.
class RandomHands
{
public:
    explicit RandomHands(quint32 seed);
    ~RandomHands();

    // Some acts, then a save. What went wrong first, with the acts that led there; empty when nothing did.
    [[nodiscard]] QString run(int acts);

private:
    // What a field shows, and the members of the document that it then stands for.
    struct Meant
    {
        QString shown;
        QHash<QString, QJsonValue> members;
    };
    using Act = bool (RandomHands::*)();

    // Each says whether it could be done just now.
    bool typeKeys();
    bool composeText();
    bool leaveComposing();
    bool pasteText();
    bool pasteByMiddleButton();
    bool dropText();
    bool dropMarkup();
    bool setByAssistant();
    bool insertByAssistant();
    bool deleteByAssistant();
    bool clearByKeys();
    bool writeDate();
    bool writeCountry();
    bool writeSetting();
    bool turnWheel();
    bool undo();
    bool redo();
    bool switchPage();
    bool reload();
    bool save();

    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    [[nodiscard]] QString oneOf(const QStringList &texts) { return texts.at(below(static_cast<int>(texts.size()))); }
    [[nodiscard]] const UserField &anyTextField();
    [[nodiscard]] QWidget *findEditor(const UserField &field);
    [[nodiscard]] QWidget *goToEditor(const UserField &field);
    [[nodiscard]] int edgeIn(const QString &text);
    [[nodiscard]] static Meant dateMeant(QDate date);
    // The composition that was left open becomes text, as an input method commits it before the cursor moves.
    void commitOpen(QWidget *editor);
    // It has become text by itself.
    void landOpen();
    void landOpenIfLeft();
    void landOpenIfTaken();
    void followAddress();
    [[nodiscard]] bool drop(const UserField &field, const QMimeData &data, int *start);
    void selectSome(QWidget *editor, int *start, int *length);
    void replaceInModel(const UserField &field, int start, int length, const QString &text);
    void mean(const UserField &field, const Meant &meant);
    bool replaceAll(const UserField &field, const QString &text);
    bool stepBack(Qt::Key key, Qt::KeyboardModifiers modifiers);

    [[nodiscard]] bool start();
    [[nodiscard]] QString wrongOnScreen();
    [[nodiscard]] QString wrongAtService();

    std::mt19937 m_random;
    std::unique_ptr<AppFixture> m_app;
    QJsonObject m_before;                // the service's document at the start
    QHash<QString, QWidget *> m_editors; // by the field's key
    QHash<QString, Meant> m_now;         // by the field's key
    QHash<QString, QList<Meant>> m_ever; // all that it was ever meant to be: undo leads to one of them
    QHash<QString, QString> m_settings;  // by id, what was written and not undone since
    QStringList m_acts;

    struct Composing
    {
        const UserField *field = nullptr; // null: none is open
        int start = 0;
        QString text;
    };
    Composing m_open;
};

} // namespace lanyard::testing
