#pragma once

#include "core/document/apikey.h"
#include "ui/look/card.h"

#include <QList>

class QGridLayout;
class QToolButton;

namespace lanyard {

class ApiKeysModel;
class PlainLabel;
class TonedLabel;
class ValueLabel;
class ValuesArea;

/// All that is known of the selected key, in full: name, status, and each value under its name. What the key does not
/// have is left out. Values can be selected, but for secrets, which are copied through their buttons alone.
class KeyDetails : public Card
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    explicit KeyDetails(const ApiKeysModel &model, QWidget *parent = nullptr);

    /// The key in this row of the model; -1: none.
    void showKey(int row);
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);

Q_SIGNALS:
    void copyClientSecretRequested();
    void revealClientSecretRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Value
    {
        int column = 0; // of the model
        PlainLabel *label = nullptr;
        ValueLabel *text = nullptr;
        QWidget *cell = nullptr; // what the text stands in
    };

    void arrange();
    void addValue(int column, const QString &label);
    [[nodiscard]] QWidget *cellOf(PlainLabel *text, const QList<QToolButton *> &buttons);
    [[nodiscard]] QToolButton *newCopyButton();
    [[nodiscard]] QToolButton *newButton();
    void refreshReveal();
    void refresh();
    [[nodiscard]] QString detail(int column) const;
    void refreshStatus();
    void orderStops();
    bool refreshValue(const Value &value);
    [[nodiscard]] int columnsThatFit() const;
    void place();

    const ApiKeysModel &m_model;
    int m_row = -1;
    bool m_isPresenting = false;
    PlainLabel *m_name;
    TonedLabel *m_mark;
    TonedLabel *m_status;
    PlainLabel *m_inUse;
    ValuesArea *m_area;
    QWidget *m_values;
    QGridLayout *m_grid;
    QToolButton *m_reveal; // the client secret
    QList<Value> m_all;
    int m_columns = -1; // of values, none if they stand below their names; -1: to be placed
};

} // namespace lanyard
