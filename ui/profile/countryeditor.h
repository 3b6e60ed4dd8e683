#pragma once

#include "ui/profile/fieldeditor.h"

#include <QStringList>

class QCompleter;
class QKeyEvent;
class QStringListModel;

namespace lanyard {

class CountryBox;
class LateAnnouncement;
class SuggestionList;
struct Country;

/// A country: a line edit that suggests matching names, and a list that opens at the current country. Sets name and
/// code together; a text that is not a country is kept as it is, without a code. Escape takes back what has been typed
/// or chosen since the field was entered; while a list is open, it closes that.
class CountryFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    CountryFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    void finish() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCompleter();
    [[nodiscard]] QStringList valueOf(const QString &name, const Country *country) const;
    void takeText();
    void settle(const QStringList &value);
    [[nodiscard]] bool takesBack(const QKeyEvent &key);
    void offer(const QString &typed);
    void choose(int index);
    void write(const QString &text);

    CountryBox *m_box;
    QStringListModel *m_suggestions;
    QCompleter *m_completer;
    SuggestionList *m_list = nullptr;    // belongs to the completer
    LateAnnouncement *m_found = nullptr; // how many suggestions
    QStringList m_value;                 // as set: {name, code}
    QStringList m_entered;               // the value when the field was entered
    QString m_text;                      // as displayed
    bool m_writing = false;
    bool m_isSettling = false;
    bool m_isTyped = false; // since the value was set or chosen
};

} // namespace lanyard
