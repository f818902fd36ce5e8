/** The requirements of jsonfeed.org/version/1.1 as JSON Schema; properties that this paper always has are required too. */
export const JSON_FEED_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
  properties: {
    version: {
      const: 'https://jsonfeed.org/version/1.1',
    },
    title: {
      type: 'string',
      minLength: 1,
    },
    home_page_url: {
      $ref: '#/definitions/address',
    },
    feed_url: {
      $ref: '#/definitions/address',
    },
    description: {
      type: 'string',
      minLength: 1,
    },
    icon: {
      $ref: '#/definitions/address',
    },
    favicon: {
      $ref: '#/definitions/address',
    },
    authors: {
      $ref: '#/definitions/authors',
    },
    language: {
      $ref: '#/definitions/language',
    },
    hubs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'url'],
        properties: {
          type: {
            const: 'WebSub',
          },
          url: {
            $ref: '#/definitions/address',
          },
        },
      },
    },
    items: {
      type: 'array',
      items: {
        $ref: '#/definitions/item',
      },
    },
  },
  definitions: {
    address: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
    },
    language: {
      type: 'string',
      pattern: '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$',
    },
    instant: {
      type: 'string',
      format: 'date-time',
    },
    authors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: {
            type: 'string',
            minLength: 1,
          },
          url: {
            $ref: '#/definitions/address',
          },
          avatar: {
            $ref: '#/definitions/address',
          },
        },
      },
    },
    item: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'url', 'title', 'date_published', 'date_modified'],
      oneOf: [
        {
          required: ['content_html'],
        },
        {
          required: ['content_text'],
        },
      ],
      properties: {
        id: {
          type: 'string',
          minLength: 1,
        },
        url: {
          $ref: '#/definitions/address',
        },
        title: {
          type: 'string',
          minLength: 1,
        },
        content_html: {
          type: 'string',
          minLength: 1,
        },
        content_text: {
          type: 'string',
          minLength: 1,
        },
        summary: {
          type: 'string',
          minLength: 1,
        },
        image: {
          $ref: '#/definitions/address',
        },
        date_published: {
          $ref: '#/definitions/instant',
        },
        date_modified: {
          $ref: '#/definitions/instant',
        },
        authors: {
          $ref: '#/definitions/authors',
        },
        tags: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: {
            type: 'string',
            minLength: 1,
          },
        },
        language: {
          $ref: '#/definitions/language',
        },
      },
    },
  },
}
